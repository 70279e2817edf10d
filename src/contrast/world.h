// The two worlds that are compared: the same work, done by a process or by a thread.
#ifndef RACELAB_CONTRAST_WORLD_H_
#define RACELAB_CONTRAST_WORLD_H_

#include <sys/mman.h>
#include <sys/types.h>

#include <functional>
#include <new>
#include <thread>

namespace racelab::contrast {

enum class World { kProcess, kThread };

// Ends this program with status 4, naming the call that failed and why. For what only a machine
// without resources can cause: fork, pipe, mmap.
[[noreturn]] void Die(const char* call);

// A worker in one of the two worlds: a forked child, or a thread of this process.
//
//   Peer peer(World::kProcess, [] { … });
//   peer.Wait();
//
// A child ends with _exit(0) when `work` returns, so nothing of the parent's (exit handlers, stdio
// buffers) runs twice. Used by one thread.
class Peer {
 public:
  Peer(World world, std::function<void()> work);
  ~Peer() { Wait(); }
  Peer(const Peer&) = delete;
  Peer& operator=(const Peer&) = delete;

  // Blocks until the worker has ended. The status of waitpid() for a process, 0 for a thread. The
  // second call returns what the first did.
  int Wait();

  // The process that the worker runs in: its own, or ours.
  pid_t pid() const { return pid_; }

 private:
  pid_t pid_;
  std::thread thread_;
  bool child_waits_ = false;
  int status_ = 0;
};

// An object that a worker of either world shares with us: it lies in a page of MAP_SHARED memory,
// which fork() does not copy. T must be usable in memory shared by processes.
template <typename T>
class Shared {
 public:
  Shared() {
    void* const page =
        mmap(nullptr, sizeof(T), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (page == MAP_FAILED) Die("mmap");
    object_ = new (page) T;
  }
  ~Shared() {
    object_->~T();
    munmap(object_, sizeof(T));
  }
  Shared(const Shared&) = delete;
  Shared& operator=(const Shared&) = delete;

  T* operator->() const { return object_; }
  T& operator*() const { return *object_; }

 private:
  T* object_;
};

}  // namespace racelab::contrast

#endif  // RACELAB_CONTRAST_WORLD_H_
