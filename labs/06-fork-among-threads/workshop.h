// The contract of lab 06: a workshop of threads that sends out for helpers, which are processes.
//
// Example:
//   const auto workshop = MakeWorkshop([](const std::string& question, Workshop& own) {
//     own.Note([] { return "asked"; });  // in the child, into the child's own diary
//     return question + "!";
//   });
//   std::jthread carpenter([&] { workshop->Note([] { return "sawed a plank"; }); });
//   workshop->AskHelper("glue");  // "glue!", whatever the carpenter does meanwhile
#ifndef LABS_06_FORK_AMONG_THREADS_WORKSHOP_H_
#define LABS_06_FORK_AMONG_THREADS_WORKSHOP_H_

#include <functional>
#include <memory>
#include <string>

class Workshop {
 public:
  virtual ~Workshop() = default;

  // Adds the line that `make` makes to the diary. Nobody else adds while `make` runs, however long
  // that takes: it may look at the diary's last page in its own way. `make` does not call back.
  // Thread-safe. Blocks while another thread adds.
  virtual void Note(const std::function<std::string()>& make) = 0;

  // The number of lines in the diary of this process. Thread-safe.
  virtual int Lines() const = 0;

  // Has the helper answer `question` in a child process, and returns the answer, of any length. The
  // child shares nothing with us: whatever the helper does to its memory or its diary is not seen
  // here. Its end writes none of the caller's unwritten stdio. Nothing is left of it afterwards, no
  // zombie and no descriptor.
  //
  // One thread at a time may ask; all others may note meanwhile. Blocks until the answer is there.
  virtual std::string AskHelper(const std::string& question) = 0;
};

// What a helper does, in the child: it gets the question and a workshop of its own, in which it may
// call Note() and Lines(). What stands in that diary at first is not promised.
using Helper = std::function<std::string(const std::string& question, Workshop& own)>;

// Makes a workshop with an empty diary. Called while the process has no other thread.
std::unique_ptr<Workshop> MakeWorkshop(Helper helper);

#endif  // LABS_06_FORK_AMONG_THREADS_WORKSHOP_H_
