// A tiny interpreter of threads, to test the search without the runtime.
//
// Every thread exists from the start and runs a list of instructions, each of which (except jumps)
// is one step. The outcome is a text: the memory and registers at the end, or "deadlock".
#ifndef RACELAB_TESTS_EXPLORER_TOY_PROGRAM_H_
#define RACELAB_TESTS_EXPLORER_TOY_PROGRAM_H_

#include <string>
#include <vector>

#include "src/explorer/execution.h"

namespace racelab::explorer {

enum class Toy {
  kLoad,   // reg[thread] = memory[object]
  kStore,  // memory[object] = reg[thread] + value
  kAdd,    // memory[object] += value
  kLock,
  kTryLock,  // skips the next `value` instructions when the mutex is taken
  kUnlock,
  kWait,  // object: condition variable, value: mutex
  kTimedWait,
  kNotifyOne,
  kNotifyAll,
  kYield,
  kMark,         // reaches the label "L<object>"
  kJumpIfEqual,  // jumps by `offset` when reg[thread] == value; not a step
  kFailIf,       // a wrong-value finding when reg[thread] == value; not a step
};

struct ToyInstruction {
  Toy op;
  int object = 0;
  int value = 0;
  int offset = 0;
};

using ToyThread = std::vector<ToyInstruction>;

class ToyProgram : public Program {
 public:
  explicit ToyProgram(std::vector<ToyThread> threads) : threads_(std::move(threads)) {}

  ExecutionResult Run(Scheduler& scheduler, const RunOptions& options) override;

  // Of the last execution.
  const std::string& outcome() const { return outcome_; }
  int executions() const { return executions_; }

  static constexpr int kObjects = 4;

 private:
  struct Thread {
    std::size_t at = 0;
    int reg = 0;
    int waits_on = -1;  // condition variable
    int retakes = 0;    // mutex, while waiting
    bool timed = false;
    bool notified = false;
  };

  void Reset();
  void RunLocal(ThreadId id, ExecutionResult& result);
  void Offer(ThreadId id, std::vector<Candidate>& candidates) const;
  void Perform(const Candidate& candidate, ExecutionResult& result);
  bool GaveWay(ThreadId id) const;
  std::string Describe() const;

  std::vector<ToyThread> threads_;
  std::vector<Thread> state_;
  int memory_[kObjects] = {};
  int owner_[kObjects] = {};
  bool gave_way_ = false;
  std::string outcome_;
  int executions_ = 0;
};

}  // namespace racelab::explorer

#endif  // RACELAB_TESTS_EXPLORER_TOY_PROGRAM_H_
