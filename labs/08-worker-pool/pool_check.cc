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
#include <set>

#include "pool.h"
#include "racelab/scenario.h"

namespace {

int OpenDescriptors() {
  int count = 0;
  DIR* const folder = opendir("/proc/self/fd");
  while (readdir(folder) != nullptr) ++count;
  closedir(folder);
  return count;
}

// Runs the body again and again; nothing may be left after any of them.
void Explore(const std::function<void()>& body) {
  racelab::Explore([&body] {
    std::signal(SIGPIPE, SIG_DFL);
    const int descriptors = OpenDescriptors();
    body();
    EXPECT_EQ(OpenDescriptors(), descriptors)
        << racelab::As("resource-leak") << "descriptors were left open";
    const pid_t left = waitpid(-1, nullptr, WNOHANG);
    EXPECT_TRUE(left < 0 && errno == ECHILD)
        << racelab::As("resource-leak") << "a worker was left, dead or alive";
  });
}

// What the workers tell the check: a page that all processes share.
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
    const int words = CountWords(text);
    page->done.fetch_add(1);
    return words;
  };
}

TEST(Words, AreCounted) {
  EXPECT_EQ(CountWords("to be or not"), 4);
  EXPECT_EQ(CountWords("  to\n\nbe "), 2);
  EXPECT_EQ(CountWords(""), 0);
}

TEST(Pool, ReturnsResultsInTheOrderOfTheTexts) {
  Explore([] {
    const auto pool = MakePool(3, CountWords);
    EXPECT_EQ(pool->Run({"a", "a b", "", "a b c", "a b c d"}), (std::vector<int>{1, 2, 0, 3, 4}));
    EXPECT_EQ(pool->Run({}), std::vector<int>{});
    EXPECT_EQ(pool->Run({"x y"}), std::vector<int>{2});
  });
}

TEST(Pool, StartsItsWorkersOnce) {
  Explore([] {
    const SharedPage page;
    const auto pool = MakePool(2, CountWordsOn(page.get()));
    pool->Run(std::vector<std::string>(20, "a"));
    pool->Run(std::vector<std::string>(20, "a"));
    EXPECT_EQ(page->seen, 40) << "40 texts were given to two workers";
    EXPECT_LE(page->Workers().size(), 2u) << "so many processes did the work of two workers";
    EXPECT_EQ(page->Workers().count(getpid()), 0u) << "the caller did work itself";
  });
}

TEST(Pool, LetsASlowTextHoldUpNobodyElse) {
  Explore([] {
    const SharedPage page;
    const auto pool = MakePool(2, [&page](const std::string& text) {
      if (text != "slow") return page->done.fetch_add(1), 1;
      // Not done before all others are: bounded by looks, each of which lets them run.
      for (int looks = 0; page->done < 4 && looks < 4000; ++looks) usleep(500);
      if (page->done < 4) page->waited_in_vain = true;
      return 7;
    });
    EXPECT_EQ(pool->Run({"slow", "a", "a", "a", "a"}), (std::vector<int>{7, 1, 1, 1, 1}));
    EXPECT_FALSE(page->waited_in_vain)
        << racelab::As("not-parallel")
        << "while one worker was busy with the first text, the other did not do the rest";
  });
}

TEST(Pool, TriesATextOnceMoreWhenItsWorkerDied) {
  Explore([] {
    const SharedPage page;
    const auto pool = MakePool(2, [&page](const std::string& text) {
      if (text == "die once" && page->deaths.fetch_add(1) == 0) raise(SIGKILL);
      return CountWords(text);
    });
    EXPECT_EQ(pool->Run({"a", "die once", "a b", "a b c"}), (std::vector<int>{1, 2, 2, 3}));
    EXPECT_EQ(pool->Run({"a b"}), std::vector<int>{2});
  });
}

TEST(Pool, GivesUpATextThatEndedTwoWorkers) {
  Explore([] {
    const SharedPage page;
    const auto pool = MakePool(1, [&page](const std::string& text) {
      if (text == "die") {
        page->deaths.fetch_add(1);
        raise(SIGKILL);
      }
      return CountWords(text);
    });
    EXPECT_EQ(pool->Run({"a", "die", "a b", "die"}), (std::vector<int>{1, kFailed, 2, kFailed}));
    EXPECT_EQ(page->deaths, 4) << "two texts are deadly, and each may end two workers";
    EXPECT_EQ(pool->Run({"a b"}), std::vector<int>{2});
  });
}

TEST(Pool, ReplacesAWorkerThatWasKilledWhileIdle) {
  Explore([] {
    const SharedPage page;
    const auto pool = MakePool(1, CountWordsOn(page.get()));
    EXPECT_EQ(pool->Run({"a b"}), std::vector<int>{2});
    for (const pid_t worker : page->Workers()) {
      if (worker == getpid()) continue;
      kill(worker, SIGKILL);
      siginfo_t ended;
      waitid(P_PID, static_cast<id_t>(worker), &ended, WEXITED | WNOWAIT);  // It is dead by now.
    }
    EXPECT_EQ(pool->Run({"a b c", "a"}), (std::vector<int>{3, 1}));
  });
}

TEST(Pool, TakesTextsOfAnyLength) {
  Explore([] {
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += "words ";
    const auto pool = MakePool(2, CountWords);
    EXPECT_EQ(pool->Run({text, "a", text}), (std::vector<int>{100'000, 1, 100'000}));
  });
}

TEST(Pool, TakesAnyNumberOfTexts) {
  const auto pool = MakePool(2, CountWords);
  const std::vector<std::string> texts(2000, "a text of so many words " + std::string(400, '.'));
  EXPECT_EQ(pool->Run(texts), std::vector<int>(2000, 7));
}

TEST(Pool, StandsBesideAnother) {
  Explore([] {
    auto first = MakePool(2, CountWords);
    const auto second = MakePool(2, CountWords);
    EXPECT_EQ(first->Run({"a"}), std::vector<int>{1});
    first.reset();
    EXPECT_EQ(second->Run({"a b"}), std::vector<int>{2});
  });
}

}  // namespace
