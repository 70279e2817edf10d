// Excerpts of source files with marked lines.
#ifndef RACELAB_GRADER_RENDER_SOURCE_H_
#define RACELAB_GRADER_RENDER_SOURCE_H_

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "grader/finding.h"
#include "grader/terminal.h"

namespace racelab {

// Gives the lines of a file by the name that a finding has for it; none when it cannot be read.
using SourceOf = std::function<std::vector<std::string>(std::string_view file)>;

// Reads the submission under the student file's name and everything else from the lab's folder.
// Files are read once at most, and not at all before they are asked for.
SourceOf SourcesOfLab(const std::filesystem::path& lab_dir, std::string_view student_file,
                      const std::filesystem::path& submission);

// A line to point at, and what to say there ("thread 1 wrote 4 bytes").
struct Mark {
  std::string file;
  int line = 0;
  std::string note;
};

// The lines that a finding is about: where each thread was, then its other locations.
std::vector<Mark> MarksOf(const Finding& finding);

// The marked lines with their neighbours, file by file, the statement underlined and the notes
// beside it. Empty when no source can be read.
std::string RenderExcerpts(const std::vector<Mark>& marks, const SourceOf& source_of,
                           const Terminal& terminal);

}  // namespace racelab

#endif  // RACELAB_GRADER_RENDER_SOURCE_H_
