#include <dirent.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <new>
#include <semaphore>
#include <set>
#include <thread>

#include "pool.h"
#include "racelab/scenario.h"

namespace {

using Results = std::vector<int>;
using Texts = std::vector<std::string>;

TEST(Words, AreCounted) {
  EXPECT_EQ(CountWords("to be or not"), 4);
  EXPECT_EQ(CountWords("  to\n\nbe "), 2);
  EXPECT_EQ(CountWords(""), 0);
}

// The pool of processes. Its scenarios order everything themselves, through a page of memory that
// all processes share, and so they run as they are in every variant.

int OpenDescriptors() {
  int count = 0;
  DIR* const folder = opendir("/proc/self/fd");
  while (readdir(folder) != nullptr) ++count;
  closedir(folder);
  return count;
}

// Runs the body; nothing may be left afterwards.
void WithProcesses(const std::function<void()>& body) {
  std::signal(SIGPIPE, SIG_DFL);
  const int descriptors = OpenDescriptors();
  body();
  EXPECT_EQ(OpenDescriptors(), descriptors)
      << racelab::As("resource-leak") << "descriptors were left open";
  const pid_t left = waitpid(-1, nullptr, WNOHANG);
  EXPECT_TRUE(left < 0 && errno == ECHILD)
      << racelab::As("resource-leak") << "a worker was left, dead or alive";
}

// What the workers tell the check.
struct Page {
  std::atomic<int> done{0};
  std::atomic<int> deaths{0};
  std::atomic<bool> waited_in_vain{false};
  std::atomic<int> seen{0};
  std::atomic<pid_t> workers[256] = {};

  std::set<pid_t> Workers() const { return {workers, workers + std::min(seen.load(), 256)}; }
};

class SharedPage {
 public:
  SharedPage() {
    void* const memory =
        mmap(nullptr, sizeof(Page), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    page_ = new (memory) Page;
  }
  ~SharedPage() { munmap(page_, sizeof(Page)); }
  Page* operator->() const { return page_; }
  Page* get() const { return page_; }

 private:
  Page* page_;
};

// Counts words, and leaves the worker's process id on the page.
Work CountWordsOn(Page* page) {
  return [page](const std::string& text) {
    const int at = page->seen.fetch_add(1);
    if (at < 256) page->workers[at] = getpid();
    return CountWords(text);
  };
}

TEST(ProcessPool, StartsItsWorkersOnce) {
  WithProcesses([] {
    const SharedPage page;
    const auto pool = MakeProcessPool(2, CountWordsOn(page.get()));
    pool->Run(Texts(20, "a"));
    pool->Run(Texts(20, "a"));
    EXPECT_EQ(page->seen, 40) << "40 texts were given to two workers";
    EXPECT_LE(page->Workers().size(), 2u) << "so many processes did the work of two workers";
    EXPECT_EQ(page->Workers().count(getpid()), 0u) << "the caller did work itself";
  });
}

TEST(ProcessPool, ReturnsResultsInTheOrderOfTheTexts) {
  WithProcesses([] {
    const auto pool = MakeProcessPool(3, CountWords);
    EXPECT_EQ(pool->Run({"a", "a b", "", "a b c", "a b c d"}), (Results{1, 2, 0, 3, 4}));
    EXPECT_EQ(pool->Run({}), Results{});
    EXPECT_EQ(pool->Run({"x y"}), Results{2});
  });
}

TEST(ProcessPool, LetsASlowTextHoldUpNobodyElse) {
  WithProcesses([] {
    const SharedPage page;
    const auto pool = MakeProcessPool(2, [&page](const std::string& text) {
      if (text != "slow") return page->done.fetch_add(1), 1;
      // Not done before all others are: bounded by looks, each of which lets them run.
      for (int looks = 0; page->done < 4 && looks < 8000; ++looks) usleep(500);
      if (page->done < 4) page->waited_in_vain = true;
      return 7;
    });
    EXPECT_EQ(pool->Run({"slow", "a", "a", "a", "a"}), (Results{7, 1, 1, 1, 1}));
    EXPECT_FALSE(page->waited_in_vain)
        << racelab::As("not-parallel")
        << "while one worker was busy with the first text, the other did not do the rest";
  });
}

TEST(ProcessPool, KeepsTheMemoryOfItsCallerOutOfReach) {
  WithProcesses([] {
    int ours = 1;
    MakeProcessPool(1, [&ours](const std::string&) { return ours = 2; })->Run({"a"});
    EXPECT_EQ(ours, 1) << "a worker wrote to the memory of its caller";
  });
}

TEST(ProcessPool, TriesATextOnceMoreWhenItsWorkerDied) {
  WithProcesses([] {
    const SharedPage page;
    const auto pool = MakeProcessPool(2, [&page](const std::string& text) {
      if (text == "die once" && page->deaths.fetch_add(1) == 0) raise(SIGKILL);
      return CountWords(text);
    });
    EXPECT_EQ(pool->Run({"a", "die once", "a b", "a b c"}), (Results{1, 2, 2, 3}));
    EXPECT_EQ(pool->Run({"a b"}), Results{2});
  });
}

TEST(ProcessPool, GivesUpATextThatEndedTwoWorkers) {
  WithProcesses([] {
    const SharedPage page;
    const auto pool = MakeProcessPool(1, [&page](const std::string& text) {
      if (text == "die") {
        page->deaths.fetch_add(1);
        raise(SIGKILL);
      }
      return CountWords(text);
    });
    EXPECT_EQ(pool->Run({"a", "die", "a b", "die"}), (Results{1, kFailed, 2, kFailed}));
    EXPECT_EQ(page->deaths, 4) << "two texts are deadly, and each may end two workers";
    EXPECT_EQ(pool->Run({"a b"}), Results{2});
  });
}

TEST(ProcessPool, ReplacesAWorkerThatWasKilledWhileIdle) {
  WithProcesses([] {
    const SharedPage page;
    const auto pool = MakeProcessPool(1, CountWordsOn(page.get()));
    EXPECT_EQ(pool->Run({"a b"}), Results{2});
    for (const pid_t worker : page->Workers()) {
      if (worker == getpid()) continue;
      kill(worker, SIGKILL);
      siginfo_t ended;
      waitid(P_PID, static_cast<id_t>(worker), &ended, WEXITED | WNOWAIT);  // It is dead by now.
    }
    EXPECT_EQ(pool->Run({"a b c", "a"}), (Results{3, 1}));
  });
}

TEST(ProcessPool, TakesTextsOfAnyLength) {
  WithProcesses([] {
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += "words ";
    const auto pool = MakeProcessPool(2, CountWords);
    EXPECT_EQ(pool->Run({text, "a", text}), (Results{100'000, 1, 100'000}));
  });
}

TEST(ProcessPool, TakesAnyNumberOfTexts) {
  WithProcesses([] {
    const auto pool = MakeProcessPool(2, CountWords);
    const Texts texts(2000, "a text of so many words " + std::string(400, '.'));
    EXPECT_EQ(pool->Run(texts), Results(2000, 7));
  });
}

TEST(ProcessPool, StandsBesideAnother) {
  WithProcesses([] {
    auto first = MakeProcessPool(2, CountWords);
    const auto second = MakeProcessPool(2, CountWords);
    EXPECT_EQ(first->Run({"a"}), Results{1});
    first.reset();
    EXPECT_EQ(second->Run({"a b"}), Results{2});
  });
}

// The pool of threads, under many schedules.

void WithThreads(const std::function<void()>& body) {
  racelab::Explore([&body] {
    racelab::ForbidPolling();
    body();
  });
}

int Length(const std::string& text) { return static_cast<int>(text.size()); }

TEST(ThreadPool, ReturnsResultsInTheOrderOfTheTexts) {
  WithThreads([] {
    const auto pool = MakeThreadPool(2, Length);
    EXPECT_EQ(pool->Run({"a", "", "abc"}), (Results{1, 0, 3}));
  });
}

TEST(ThreadPool, MayBeUsedAgain) {
  WithThreads([] {
    const auto pool = MakeThreadPool(1, Length);
    EXPECT_EQ(pool->Run({"ab", "c"}), (Results{2, 1}));
    EXPECT_EQ(pool->Run({}), Results{});
    EXPECT_EQ(pool->Run({"abc"}), Results{3});
  });
}

TEST(ThreadPool, MayGoWithoutHavingWorked) {
  WithThreads([] { MakeThreadPool(2, Length); });
}

// Of each thread: whether it has been counted.
thread_local bool counted = false;

TEST(ThreadPool, StartsItsWorkersOnce) {
  WithThreads([] {
    std::atomic<int> workers{0};
    const auto pool = MakeThreadPool(2, [&workers](const std::string& text) {
      if (!counted) workers.fetch_add(1, std::memory_order_relaxed);
      counted = true;
      return Length(text);
    });
    pool->Run({"a", "b"});
    pool->Run({"c", "d"});
    EXPECT_LE(workers, 2) << "so many threads did the work of two workers";
  });
}

TEST(ThreadPool, LeavesTheWorkToItsWorkers) {
  WithThreads([] {
    const std::thread::id caller = std::this_thread::get_id();
    const auto pool = MakeThreadPool(
        1, [caller](const std::string&) { return std::this_thread::get_id() == caller ? 1 : 0; });
    EXPECT_EQ(pool->Run({"a", "b"}), (Results{0, 0})) << "1: the caller did that work itself";
  });
}

TEST(ThreadPool, WorksOnTwoTextsAtTheSameTime) {
  WithThreads([] {
    const auto pool = MakeThreadPool(2, [](const std::string&) {
      const racelab::Overlap inside("two texts at the same time", 2);
      return 1;
    });
    EXPECT_EQ(pool->Run({"a", "b"}), (Results{1, 1}));
  });
  EXPECT_REACHABLE("two texts at the same time");
}

// The first text takes until the two others are done: no schedule may leave them to its worker.
TEST(ThreadPool, LetsASlowTextHoldUpNobodyElse) {
  WithThreads([] {
    std::counting_semaphore<2> others_done{0};
    const auto pool = MakeThreadPool(2, [&others_done](const std::string& text) {
      if (text == "slow") {
        others_done.acquire();
        others_done.acquire();
      } else {
        others_done.release();
      }
      return Length(text);
    });
    EXPECT_EQ(pool->Run({"slow", "a", "a"}), (Results{4, 1, 1}));
  });
}

TEST(ThreadPool, SharesTheMemoryOfItsCaller) {
  WithThreads([] {
    int ours = 1;
    const auto pool = MakeThreadPool(1, [&ours](const std::string&) { return ours = 2; });
    pool->Run({"a"});
    EXPECT_EQ(ours, 2) << "a worker wrote to the memory of its caller, and it is not seen";
  });
}

TEST(ThreadPool, StandsBesideAnother) {
  WithThreads([] {
    auto first = MakeThreadPool(1, Length);
    const auto second = MakeThreadPool(1, Length);
    EXPECT_EQ(first->Run({"a"}), Results{1});
    first.reset();
    EXPECT_EQ(second->Run({"ab"}), Results{2});
  });
}

}  // namespace
