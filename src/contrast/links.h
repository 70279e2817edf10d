// Ways for two workers to send each other a number, each usable in both worlds.
#ifndef RACELAB_CONTRAST_LINKS_H_
#define RACELAB_CONTRAST_LINKS_H_

#include <pthread.h>

#include <atomic>
#include <cstdint>

#include "contrast/world.h"

namespace racelab::contrast {

// The two ends of a link: ours and the worker's.
enum End { kHere = 0, kThere = 1 };

// A number sent from one end can be received at the other. At most one is under way in each
// direction; 0 is not a message. Each end belongs to one thread at a time. What was written before
// Send is visible after the Receive of it, to a thread or in shared memory.
class Link {
 public:
  virtual ~Link() = default;
  virtual void Send(End from, std::uint32_t message) = 0;
  virtual std::uint32_t Receive(End at) = 0;  // blocks until there is one
};

// Two pipes, one for each direction.
class PipeLink : public Link {
 public:
  PipeLink();
  ~PipeLink() override;
  void Send(End from, std::uint32_t message) override;
  std::uint32_t Receive(End at) override;

 private:
  int fds_[2][2];  // [the end that receives][0 to read, 1 to write]
};

class SocketLink : public Link {
 public:
  SocketLink();
  ~SocketLink() override;
  void Send(End from, std::uint32_t message) override;
  std::uint32_t Receive(End at) override;

 private:
  int fds_[2];
};

// A word in shared memory for each direction; whoever finds it empty sleeps on it in the kernel.
class FutexLink : public Link {
 public:
  explicit FutexLink(World world) : world_(world) {}
  void Send(End from, std::uint32_t message) override;
  std::uint32_t Receive(End at) override;

 private:
  struct Words {
    std::atomic<std::uint32_t> to[2] = {0, 0};
  };
  World world_;
  Shared<Words> words_;
};

// A mutex and condition variables; in shared memory, and marked so, for processes.
class ConditionLink : public Link {
 public:
  explicit ConditionLink(World world);
  ~ConditionLink() override;
  void Send(End from, std::uint32_t message) override;
  std::uint32_t Receive(End at) override;

 private:
  struct State {
    pthread_mutex_t mutex;
    pthread_cond_t arrived[2];
    std::uint32_t to[2] = {0, 0};
  };
  Shared<State> state_;
};

// The same words as FutexLink, and a receiver that looks at its word again and again.
class SpinLink : public Link {
 public:
  void Send(End from, std::uint32_t message) override;
  std::uint32_t Receive(End at) override;

 private:
  struct Words {
    // A cache line each, or the two directions would fight over one.
    struct alignas(64) Word {
      std::atomic<std::uint32_t> value{0};
    } to[2];
  };
  Shared<Words> words_;
};

}  // namespace racelab::contrast

#endif  // RACELAB_CONTRAST_LINKS_H_
