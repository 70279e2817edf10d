#include "subject.h"

#include <atomic>
#include <chrono>
#include <mutex>
#include <shared_mutex>
#include <stdexcept>

#include "absl/synchronization/mutex.h"

namespace {

class StdMutexAccount : public Account {
 public:
  void Withdraw(int amount) override {
    if (Balance() < amount) return;
    const std::lock_guard lock(mutex_);
    balance_ -= amount;
  }
  int Balance() override {
    const std::lock_guard lock(mutex_);
    return balance_;
  }

 private:
  std::mutex mutex_;
  int balance_ = 1;
};

class AbslMutexAccount : public Account {
 public:
  void Withdraw(int amount) override {
    if (Balance() < amount) return;
    const absl::MutexLock lock(&mutex_);
    balance_ -= amount;
  }
  int Balance() override {
    const absl::MutexLock lock(&mutex_);
    return balance_;
  }

 private:
  absl::Mutex mutex_;
  int balance_ ABSL_GUARDED_BY(mutex_) = 1;
};

class AtomicAccount : public Account {
 public:
  void Withdraw(int amount) override {
    if (balance_.load() >= amount) balance_.fetch_sub(amount);
  }
  int Balance() override { return balance_.load(); }

 private:
  std::atomic<int> balance_ = 1;
};

class FenceHandover : public Handover {
 public:
  void Give(int value) override {
    value_ = value;
    std::atomic_thread_fence(std::memory_order_release);
    given_.store(true, std::memory_order_relaxed);
  }
  int Take() override {
    if (!given_.load(std::memory_order_relaxed)) return 0;
    std::atomic_thread_fence(std::memory_order_acquire);
    return value_;
  }

 private:
  int value_ = 0;
  std::atomic<bool> given_ = false;
};

class TimedMutexHandover : public Handover {
 public:
  void Give(int value) override {
    const std::unique_lock lock(mutex_, std::chrono::seconds(10));
    if (lock) value_ = value;
  }
  int Take() override {
    const std::unique_lock lock(mutex_, std::chrono::seconds(10));
    return lock ? value_ : 0;
  }

 private:
  std::timed_mutex mutex_;
  int value_ = 0;
};

class SharedTimedMutexHandover : public Handover {
 public:
  void Give(int value) override {
    const std::unique_lock lock(mutex_, std::chrono::seconds(10));
    if (lock) value_ = value;
  }
  int Take() override {
    const std::shared_lock lock(mutex_, std::chrono::seconds(10));
    return lock ? value_ : 0;
  }

 private:
  std::shared_timed_mutex mutex_;
  int value_ = 0;
};

class AtomicSharedPtrHandover : public Handover {
 public:
  void Give(int value) override { value_.store(std::make_shared<int>(value)); }
  int Take() override {
    const std::shared_ptr<int> value = value_.load();
    return value == nullptr ? 0 : *value;
  }

 private:
  std::atomic<std::shared_ptr<int>> value_;
};

std::shared_mutex door;

class FirstUseThatThrowsOnce : public FirstUse {
 public:
  int Value() override {
    while (true) {
      try {
        std::call_once(once_, [this] {
          if (++attempts_ == 1) throw std::runtime_error("not yet");
          value_ = attempts_;
        });
        return value_;
      } catch (const std::runtime_error&) {
      }
    }
  }

 private:
  std::once_flag once_;
  int attempts_ = 0;
  int value_ = 0;
};

}  // namespace

std::unique_ptr<FirstUse> MakeFirstUseThatThrowsOnce() {
  return std::make_unique<FirstUseThatThrowsOnce>();
}

std::unique_ptr<Account> MakeStdMutexAccount() { return std::make_unique<StdMutexAccount>(); }
std::unique_ptr<Account> MakeAbslMutexAccount() { return std::make_unique<AbslMutexAccount>(); }
std::unique_ptr<Account> MakeAtomicAccount() { return std::make_unique<AtomicAccount>(); }
std::unique_ptr<Handover> MakeFenceHandover() { return std::make_unique<FenceHandover>(); }
std::unique_ptr<Handover> MakeTimedMutexHandover() {
  return std::make_unique<TimedMutexHandover>();
}
std::unique_ptr<Handover> MakeSharedTimedMutexHandover() {
  return std::make_unique<SharedTimedMutexHandover>();
}
std::unique_ptr<Handover> MakeAtomicSharedPtrHandover() {
  return std::make_unique<AtomicSharedPtrHandover>();
}

void EnterTogether(const std::function<void()>& inside) {
  const std::shared_lock lock(door);
  inside();
}

void EnterAlone(const std::function<void()>& inside) {
  const std::unique_lock lock(door);
  inside();
}
