// Stack frames in the reports of sanitizers, as g++ 12 and clang 14 to 19 print them.
#ifndef RACELAB_GRADER_SANITIZER_FRAMES_H_
#define RACELAB_GRADER_SANITIZER_FRAMES_H_

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grader/finding.h"

namespace racelab {

// What is whose in a report: the names by which frames are told apart.
struct SourceNames {
  std::string student_file;  // "counter.cc"
  std::string contract;      // "counter.h"
  std::string check;         // "counter_check.cc"
};

// "    #0 f(int) /tmp/x/counter.cc:14:5 (libx.so+0x11)" → {counter.cc, 14, f(int)}. Nothing when
// the line is not a frame; the file is "" when the report does not know it. Files of the lab by
// their bare names, others as they are.
std::optional<Frame> ParseFrame(std::string_view line, const SourceNames& names);

// The lines of `report` from `*at` on that are frames; `*at` is then the first that is not.
std::vector<Frame> ParseStack(std::span<const std::string_view> lines, std::size_t* at,
                              const SourceNames& names);

// Without the frames that tell a student nothing: the runtime's, libraries', the harness's. At
// least the innermost frame stays.
std::vector<Frame> Fold(const std::vector<Frame>& stack, const SourceNames& names);

// The frame to show first: the innermost in the student's file, else in the check, else any with a
// known line, else an empty one.
Frame Blame(const std::vector<Frame>& stack, const SourceNames& names);

// "counter.cc:14", or "an unknown place".
std::string PlaceInWords(const Frame& frame);

}  // namespace racelab

#endif  // RACELAB_GRADER_SANITIZER_FRAMES_H_
