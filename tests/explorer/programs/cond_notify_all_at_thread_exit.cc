// expect: pass
// notify_all_at_thread_exit keeps the lock until the thread's thread_locals are gone.
#include <cassert>
#include <condition_variable>
#include <mutex>
#include <thread>

struct Shared {
  std::mutex mutex;
  std::condition_variable condition;
};

// Never destroyed: the detached thread notifies after main has been let go.
Shared& shared = *new Shared;
bool done = false;
int flushed = 0;

struct Flusher {
  int pending = 0;
  ~Flusher() { flushed += pending; }
};
thread_local Flusher flusher;

int main() {
  std::thread([] {
    std::unique_lock lock(shared.mutex);
    flusher.pending = 5;
    done = true;
    std::notify_all_at_thread_exit(shared.condition, std::move(lock));
  }).detach();
  std::unique_lock lock(shared.mutex);
  shared.condition.wait(lock, [] { return done; });
  assert(flushed == 5);
}
