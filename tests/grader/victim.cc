// A child that behaves as badly as its argument says. See process_test.cc and stacks_test.cc.
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <cstring>
#include <latch>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace {

volatile char sink;

void Allocate() {
  for (;;) {
    char* block = static_cast<char*>(std::malloc(1 << 20));
    std::memset(block, 1, 1 << 20);
    sink = block[17];
  }
}

// Eight children that share this process's 100 MiB, all alive at once.
void Share() {
  std::vector<char> memory(100 << 20, 'x');
  std::vector<pid_t> children;
  for (int i = 0; i < 8; ++i) {
    const pid_t child = fork();
    if (child == 0) {
      std::this_thread::sleep_for(std::chrono::milliseconds(300));
      _exit(memory[42] == 'x' ? 0 : 1);
    }
    children.push_back(child);
  }
  for (pid_t child : children) waitpid(child, nullptr, 0);
}

// Doubles for ever. A mistake in the judge must not cost the machine: there is an end at 4000.
void ForkBomb(bool leaves_group) {
  auto* const started = static_cast<std::atomic<int>*>(
      mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
  while (started->fetch_add(1) < 4000) {
    if (fork() == 0 && leaves_group) setsid();
  }
  for (;;) pause();
}

void Zombie() {
  if (fork() == 0) _exit(0);
}

void KillKeeper() {
  prctl(PR_SET_PDEATHSIG, 0);  // It does not want to die with its parent.
  kill(getppid(), SIGKILL);
  for (;;) pause();
}

void LockTwice() {
  std::mutex mutex;
  mutex.lock();
  mutex.lock();
}

void Embrace() {
  std::mutex a, b;
  std::latch both(2);
  std::thread thread([&] {
    std::lock_guard first(a);
    both.arrive_and_wait();
    std::lock_guard second(b);
  });
  {
    std::lock_guard first(b);
    both.arrive_and_wait();
    std::lock_guard second(a);
  }
  thread.join();
}

void MissSignal() {
  std::mutex mutex;
  std::condition_variable signal;
  signal.notify_one();
  std::thread thread([&] {
    std::unique_lock lock(mutex);
    signal.wait(lock);
  });
  thread.join();
}

void WaitOnLatch() {
  std::latch latch(1);
  latch.wait();
}

void TimedWait() {
  std::mutex mutex;
  std::condition_variable signal;
  std::unique_lock lock(mutex);
  signal.wait_for(lock, std::chrono::milliseconds(600), [] { return false; });
}

void Spin() {
  std::atomic<bool> stop = false;
  while (!stop.load()) {
  }
}

void TryForEver() {
  std::mutex mutex;
  mutex.lock();
  std::thread thread([&] {
    while (!mutex.try_lock()) std::this_thread::yield();
  });
  thread.join();
}

}  // namespace

int main(int argc, char** argv) {
  // What check_main.cc does: the judge takes the stacks.
  prctl(PR_SET_PTRACER, PR_SET_PTRACER_ANY);
  const std::map<std::string, void (*)()> deeds = {
      {"allocate", Allocate},
      {"share", Share},
      {"zombie", Zombie},
      {"fork-bomb", [] { ForkBomb(false); }},
      {"fork-bomb-apart", [] { ForkBomb(true); }},
      {"kill-keeper", KillKeeper},
      {"lock-twice", LockTwice},
      {"embrace", Embrace},
      {"miss-signal", MissSignal},
      {"latch", WaitOnLatch},
      {"timed-wait", TimedWait},
      {"spin", Spin},
      {"try-for-ever", TryForEver},
  };
  const auto deed = deeds.find(argc > 1 ? argv[1] : "");
  if (deed == deeds.end()) return 2;
  deed->second();
  return 0;
}
