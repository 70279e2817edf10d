// The contract of lab 08: one pool of workers, made twice: of processes and of threads.
//
// Example:
//   const auto pool = MakeProcessPool(2, CountWords);  // or MakeThreadPool(2, CountWords)
//   pool->Run({"to be or not", "to be"});  // {4, 2}
#ifndef LABS_08_WORKER_POOL_POOL_H_
#define LABS_08_WORKER_POOL_POOL_H_

#include <functional>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

// What is done with a text: 0 or more. It does not throw.
using Work = std::function<int(const std::string& text)>;

// The result of a text whose work has ended two processes.
inline constexpr int kFailed = -1;

// A fixed number of workers, started once and used for many texts. Used by one thread at a time.
class Pool {
 public:
  // Ends the workers and waits for them: no process, no zombie, no thread, no descriptor is left.
  virtual ~Pool() = default;

  // Does the work for each text, in the workers and never in the caller, and returns the results in
  // the order of the texts. As long as there are texts left, every worker has one: a slow text
  // holds up nobody else.
  //
  // Blocks until all results are there. Any number of texts, each of any length. Who waits, the
  // caller or a worker, sleeps until it is woken: nobody goes round and round looking, or sleeps
  // for a time.
  virtual std::vector<int> Run(const std::vector<std::string>& texts) = 0;
};

// Starts `workers` (1 or more) child processes. No other is started afterwards, but in the place of
// one that has died. Called, as are Run() and the destructor, in a process that has no other
// thread; it may have other pools of processes.
//
// Isolation: what the work does to memory is seen in its own worker only. The work may crash: a
// worker that dies loses nothing but itself. A new one takes its place, and its text is tried once
// more. A text of which two workers died has the result kFailed; the others are not touched. A
// worker that somebody kills while it has nothing to do is replaced as well.
std::unique_ptr<Pool> MakeProcessPool(int workers, Work work);

// Starts `workers` (1 or more) threads, and none afterwards.
//
// Memory: the work is called by several threads at the same time, on the memory of all. What it
// does for a text happens-before the return of Run(). There is no isolation to promise: a crash of
// the work ends the program.
std::unique_ptr<Pool> MakeThreadPool(int workers, Work work);

// The work of this course: counts the words, which spaces and line ends part.
inline int CountWords(const std::string& text) {
  std::istringstream words(text);
  int count = 0;
  for (std::string word; words >> word;) ++count;
  return count;
}

#endif  // LABS_08_WORKER_POOL_POOL_H_
