#include "fiber.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

#include <deque>
#include <functional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "gtest/gtest.h"
#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/asan_interface.h>
#endif

namespace racelab::explorer {
namespace {

thread_local int own = 0;

// Compilers take the address of thread-local storage for constant: it is looked up anew in calls.
__attribute__((noinline)) int& Own() {
  asm volatile("" ::: "memory");
  return own;
}
__attribute__((noinline)) int& Errno() {
  asm volatile("" ::: "memory");
  return errno;
}

// Two fibers, made once, as their stacks stay mapped; each test gives them something to do.
class FiberTest : public testing::Test {
 protected:
  FiberTest() { outside_.AdoptCaller(); }

  static Fiber& fiber(std::size_t i) {
    static std::deque<Fiber> fibers = [] {
      std::deque<Fiber> made(2);
      for (int slot = 0; slot < 2; ++slot) made[static_cast<std::size_t>(slot)].Create(slot);
      return made;
    }();
    return fibers[i];
  }

  // Fiber `i` will do `body`, and then go back to the test for good.
  void Give(std::size_t i, std::function<void()> body) {
    bodies_[i] = [this, i, body = std::move(body)] {
      body();
      Leave(i);
    };
    fiber(i).Prepare(
        [](void* argument) {
          (*static_cast<std::function<void()>*>(argument))();
          std::abort();
        },
        &bodies_[i]);
#ifdef __SANITIZE_ADDRESS__
    // What was left for good on this stack is nobody's now.
    constexpr std::size_t kUsedBytes = std::size_t{1} << 20;
    const std::uintptr_t top = fiber(i).UsedStack().end;
    __asan_unpoison_memory_region(reinterpret_cast<void*>(top - kUsedBytes), kUsedBytes);
#endif
  }
  void Enter(std::size_t i) { Fiber::Switch(outside_, fiber(i)); }
  void Leave(std::size_t i) { Fiber::Switch(fiber(i), outside_); }

  Fiber outside_;
  std::function<void()> bodies_[2];
};

TEST_F(FiberTest, GoesOnWhereItWasLeft) {
  std::string said;
  Give(0, [&] {
    said += "a";
    Leave(0);
    said += "c";
  });
  Give(1, [&] { said += "b"; });
  Enter(0);
  Enter(1);
  Enter(0);
  EXPECT_EQ(said, "abc");
}

TEST_F(FiberTest, GoesFromOneToAnother) {
  std::string said;
  Give(0, [&] {
    for (int i = 0; i < 3; ++i) {
      said += "0";
      Fiber::Switch(fiber(0), fiber(1));
    }
  });
  Give(1, [&] {
    for (;;) {
      said += "1";
      Fiber::Switch(fiber(1), fiber(0));
    }
  });
  Enter(0);
  EXPECT_EQ(said, "010101");
}

TEST_F(FiberTest, KeepsWhatTheCallerHasInRegisters) {
  Give(0, [&] {
    for (long round = 1;; ++round) {
      const long a = round, b = round * 3, c = round * 5, d = round * 7, e = round * 11;
      Leave(0);
      if (a + b + c + d + e != round * 27) Own() = -1;
    }
  });
  long a = 1, b = 2, c = 3, d = 4, e = 5, f = 6;
  for (int i = 0; i < 100; ++i) {
    Enter(0);
    a += b, b += c, c += d, d += e, e += f, f += 1;
  }
  // Sums of binomials: 100 rounds of the six sums above.
  long x[6] = {1, 2, 3, 4, 5, 6};
  for (int i = 0; i < 100; ++i) {
    for (int k = 0; k < 5; ++k) x[k] += x[k + 1];
    x[5] += 1;
  }
  EXPECT_EQ(a, x[0]);
  EXPECT_EQ(f, x[5]);
}

TEST_F(FiberTest, HasItsOwnThreadLocalsAndErrno) {
  Own() = 1;
  Errno() = EAGAIN;
  Give(0, [&] {
    Own() = 2;
    Errno() = ENOENT;
    Leave(0);
    Own() = Own() == 2 && Errno() == ENOENT ? 3 : -1;
  });
  Enter(0);
  EXPECT_EQ(Own(), 1);
  EXPECT_EQ(Errno(), EAGAIN);
  Own() = 7;
  Enter(0);
  EXPECT_EQ(Own(), 7);
  int theirs = 0;
  Give(0, [&] { theirs = Own(); });
  Enter(0);
  EXPECT_EQ(theirs, 3);
}

TEST_F(FiberTest, IsAThreadOfItsOwn) {
  pthread_t ids[2] = {};
  for (std::size_t i = 0; i < 2; ++i) {
    Give(i, [&ids, i] { ids[i] = pthread_self(); });
    Enter(i);
    EXPECT_EQ(ids[i], fiber(i).handle());
  }
  EXPECT_NE(ids[0], ids[1]);
  EXPECT_NE(ids[0], pthread_self());
}

TEST_F(FiberTest, HandlesItsExceptionWhileAnotherHandlesItsOwn) {
  std::vector<std::string> caught;
  const auto handle = [&](std::size_t i, const std::string& mine) {
    try {
      try {
        throw std::runtime_error(mine);
      } catch (const std::runtime_error&) {
        Leave(i);  // in the middle of the handler: the other one throws meanwhile
        throw;
      }
    } catch (const std::runtime_error& error) {
      caught.push_back(error.what());
    }
  };
  Give(0, [&] { handle(0, "zero"); });
  Give(1, [&] { handle(1, "one"); });
  for (const std::size_t i : {0u, 1u, 0u, 1u}) Enter(i);
  EXPECT_EQ(caught, (std::vector<std::string>{"zero", "one"}));
}

TEST_F(FiberTest, StartsAfreshWhereverItWas) {
  int starts = 0;
  for (int i = 0; i < 3; ++i) {
    Give(0, [&] {
      ++starts;
      Leave(0);
      ADD_FAILURE() << "an abandoned fiber went on";
    });
    Enter(0);
  }
  EXPECT_EQ(starts, 3);
}

TEST_F(FiberTest, KnowsItsStackAndWhatIsInUseOfIt) {
  std::uintptr_t inside = 0;
  Give(0, [&] {
    volatile int local = 1;
    inside = reinterpret_cast<std::uintptr_t>(&local);
    Leave(0);
  });
  Enter(0);
  EXPECT_TRUE(fiber(0).OnStack(inside));
  EXPECT_FALSE(fiber(1).OnStack(inside));
  EXPECT_FALSE(fiber(0).OnGuard(inside));
  const AddressRange used = fiber(0).UsedStack();
  EXPECT_LE(used.begin, inside);
  EXPECT_LT(inside, used.end);
}

// Set by the death test below.
const Fiber* overflowing = nullptr;

void OnFault(int, siginfo_t* info, void*) {
  _exit(overflowing->OnGuard(reinterpret_cast<std::uintptr_t>(info->si_addr)) ? 42 : 1);
}

__attribute__((noinline)) int Descend(int depth) {
  volatile char room[1024] = {};
  room[0] = static_cast<char>(depth);
  return depth < 0 ? 0 : Descend(depth + 1) + room[0];
}

void Overflow() {
  static char room[64 * 1024];
  const stack_t own_stack = {room, 0, sizeof room};
  sigaltstack(&own_stack, nullptr);
  struct sigaction action = {};
  action.sa_sigaction = &OnFault;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  sigaction(SIGSEGV, &action, nullptr);
  Descend(0);
}

TEST_F(FiberTest, EndsAtAGuardWhenItsStackIsFull) {
  overflowing = &fiber(0);
  Give(0, &Overflow);
  EXPECT_EXIT(Enter(0), testing::ExitedWithCode(42), "");
}

}  // namespace
}  // namespace racelab::explorer
