// The contract of lab 08: a pool of processes that are started once and used for many texts.
//
// Example:
//   const auto pool = MakePool(2, CountWords);
//   pool->Run({"to be or not", "to be"});  // {4, 2}
#ifndef LABS_08_WORKER_POOL_POOL_H_
#define LABS_08_WORKER_POOL_POOL_H_

#include <functional>
#include <memory>
#include <string>
#include <vector>

// What is done with a text: 0 or more. It may crash, and it does not throw.
using Work = std::function<int(const std::string& text)>;

// The result of a text whose work has ended two workers.
inline constexpr int kFailed = -1;

// Used by one thread of a process that has no other.
class Pool {
 public:
  // Ends the workers and waits for them: no process, no zombie, no descriptor is left.
  virtual ~Pool() = default;

  // Does the work for each text, and returns the results in the order of the texts. As long as
  // there are texts left, every worker has one: a slow text holds up nobody else.
  //
  // A worker that dies loses nothing but itself: a new one takes its place, and its text is tried
  // once more. A text of which two workers died has the result kFailed; the others are not
  // touched. A worker that somebody kills while it has nothing to do is replaced as well.
  //
  // Blocks until all results are there. Any number of texts, each of any length.
  virtual std::vector<int> Run(const std::vector<std::string>& texts) = 0;
};

// Starts `workers` (1 or more) child processes. No other is started afterwards, but in the place of
// one that has died.
std::unique_ptr<Pool> MakePool(int workers, Work work);

// What the workers of this course do: counts the words, which spaces and line ends part.
int CountWords(const std::string& text);

#endif  // LABS_08_WORKER_POOL_POOL_H_
