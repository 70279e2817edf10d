// A witness told in words: one row a step, each with its source line, what it did, and what the
// thread held. Both renderers, text and JSON, read a Story and nothing else.
#ifndef RACELAB_EXPLORER_STORY_H_
#define RACELAB_EXPLORER_STORY_H_

#include <cstdint>
#include <string>
#include <vector>

#include "exploration.h"
#include "object_names.h"
#include "symbolize.h"

namespace racelab::explorer {

struct StoryRow {
  ThreadId thread = 0;
  std::string file;  // as the compiler wrote it; empty when unknown
  int line = 0;
  std::string source;             // the text of that line
  std::string text;               // "locks M1", "reads V1: 0"
  std::vector<std::string> held;  // locks held before it: "M1"
  bool preempts = false;          // the thread of the row before could have gone on
  bool defect = false;            // part of the finding itself, not a step that led to it
  std::int64_t left_out = 0;      // > 0: so many steps are not told; everything else is empty
};

struct StoryThread {
  ThreadId thread = 0;
  std::string did;
  std::vector<std::string> locks;  // "mutex M1"
  std::vector<Frame> stack;        // the program's own frames, innermost first
};

struct Story {
  std::string kind;
  std::string message;
  int preemptions = 0;
  std::vector<StoryThread> involved;
  std::vector<StoryRow> rows;
};

Story Tell(const Witness& witness, Symbolizer& symbolizer);

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_STORY_H_
