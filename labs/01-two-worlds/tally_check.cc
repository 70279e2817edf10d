// No scenario of processes goes through racelab::Explore(): a fork has to find a single thread.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cstdint>
#include <new>
#include <set>

#include "racelab/scenario.h"
#include "tally.h"

namespace {

// What children can tell the check past the submission: a page that parent and children share.
struct Page {
  std::atomic<int> strays{0};  // Children that came back from TallyInProcesses().
  std::atomic<int> pids[3]{};
  std::atomic<bool> met[2]{};
};

class SharedPage {
 public:
  SharedPage() {
    void* memory =
        mmap(nullptr, sizeof(Page), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    page_ = new (memory) Page;
  }
  ~SharedPage() { munmap(page_, sizeof(Page)); }
  Page* operator->() const { return page_; }

 private:
  Page* page_;
};

// Two workers, in whichever world, who meet only if both are at work.
class Meeting {
 public:
  Meeting() { EXPECT_TRUE(pipe(ends_[0]) == 0 && pipe(ends_[1]) == 0); }
  ~Meeting() {
    for (const auto& ends : ends_) close(ends[0]), close(ends[1]);
  }

  // Calls the other worker and waits to be called: three seconds at most, then he is not there.
  bool Meet(int worker) const {
    const char call = 'x';
    pollfd other = {ends_[1 - worker][0], POLLIN, 0};
    return write(ends_[worker][1], &call, 1) == 1 && poll(&other, 1, 3000) == 1;
  }

 private:
  int ends_[2][2];  // The pipe that worker 0 calls through, and that of worker 1.
};

std::set<int> OpenDescriptors() {
  std::set<int> open;
  for (int descriptor = 0; descriptor < 256; ++descriptor) {
    if (fcntl(descriptor, F_GETFD) != -1) open.insert(descriptor);
  }
  return open;
}

// Children that nobody has waited for, dead or alive.
int ReapLeftChildren() {
  int left = 0;
  for (pid_t child; (child = waitpid(-1, nullptr, WNOHANG)) != -1; ++left) {
    if (child == 0) waitpid(-1, nullptr, 0);
  }
  return left;
}

// TallyInProcesses(), and what it left behind.
std::int64_t Tally(int workers, const Work& work) {
  const SharedPage page;
  const pid_t parent = getpid();
  const std::set<int> descriptors = OpenDescriptors();
  const std::int64_t tally = TallyInProcesses(workers, work);
  if (getpid() != parent) {
    ++page->strays;
    _exit(0);
  }
  EXPECT_EQ(ReapLeftChildren(), 0)
      << racelab::As("resource-leak") << "children were left that nobody waited for";
  EXPECT_EQ(page->strays, 0) << "children that came back into the caller instead of ending";
  EXPECT_EQ(OpenDescriptors(), descriptors)
      << racelab::As("resource-leak") << "file descriptors open after the tally, and before it";
  return tally;
}

TEST(Processes, AddUpWhatEveryChildFound) {
  EXPECT_EQ(Tally(3, [](int worker) { return worker + 1; }), 6) << "children found 1, 2 and 3";
  EXPECT_EQ(Tally(1, [](int) { return 7; }), 7);
  EXPECT_EQ(Tally(0, [](int) { return 1; }), 0) << "there was nobody to find anything";
}

TEST(Processes, BringHomeLargeAndNegativeNumbers) {
  EXPECT_EQ(Tally(2, [](int) { return 3'000'000'000'000; }), 6'000'000'000'000);
  EXPECT_EQ(Tally(2, [](int worker) { return worker == 0 ? -1000 : 1; }), -999);
}

TEST(Processes, WorkInAChildOfTheirOwn) {
  const SharedPage page;
  Tally(3, [&](int worker) { return page->pids[worker] = getpid(); });
  std::set<int> pids = {getpid()};
  for (const std::atomic<int>& pid : page->pids) pids.insert(pid);
  EXPECT_EQ(pids.size(), 4u) << "different processes: the caller and three children";
}

TEST(Processes, KeepWhatTheyWriteToThemselves) {
  std::atomic<int> seen = 0;
  EXPECT_EQ(Tally(2, [&](int) { return ++seen; }), 2) << "each child counts to 1 in its own memory";
  EXPECT_EQ(seen, 0) << "a child's write was seen by its parent";
}

TEST(Processes, WorkAtTheSameTime) {
  const SharedPage page;
  const Meeting meeting;
  const std::int64_t tally = Tally(2, [&](int worker) {
    page->met[worker] = meeting.Meet(worker);
    return 10 + worker;
  });
  EXPECT_EQ(tally, 21) << "children found 10 and 11, at the same time";
  EXPECT_TRUE(page->met[0] && page->met[1])
      << racelab::As("not-parallel") << "one child had ended before the other began";
}

TEST(Processes, WriteBufferedTextOnce) {
  const int memory = memfd_create("printed", 0);
  FILE* const file = fdopen(dup(memory), "w");
  fputs("taking stock\n", file);  // In the buffer now, and in that of each child.
  Tally(2, [](int) { return 1; });
  fclose(file);
  EXPECT_EQ(lseek(memory, 0, SEEK_END), 13) << "characters of `taking stock`, printed once";
  close(memory);
}

TEST(Threads, AddUpWhatEveryThreadFound) {
  racelab::Explore([] {
    EXPECT_EQ(TallyInThreads(3, [](int worker) { return worker + 1; }), 6)
        << "threads found 1, 2 and 3";
  });
  EXPECT_EQ(TallyInThreads(0, [](int) { return 1; }), 0);
  EXPECT_EQ(TallyInThreads(2, [](int) { return -3'000'000'000'000; }), -6'000'000'000'000);
}

TEST(Threads, LetTheCallerSeeWhatTheyWrote) {
  racelab::Explore([] {
    int seen[2] = {0, 0};
    TallyInThreads(2, [&](int worker) { return seen[worker] = worker + 1; });
    EXPECT_EQ(seen[0] + seen[1], 3) << "the threads wrote 1 and 2";
  });
}

TEST(Threads, WorkInOneProcessAtTheSameTime) {
  const Meeting meeting;
  std::atomic<bool> met[2] = {false, false};
  std::atomic<int> pids[2] = {0, 0};
  const std::int64_t tally = TallyInThreads(2, [&](int worker) {
    met[worker] = meeting.Meet(worker);
    pids[worker] = getpid();
    return 10 + worker;
  });
  EXPECT_EQ(tally, 21) << "threads found 10 and 11, at the same time";
  EXPECT_TRUE(met[0] && met[1]) << racelab::As("not-parallel")
                                << "one thread had ended before the other began";
  EXPECT_EQ(pids[0], getpid());
  EXPECT_EQ(pids[1], getpid());
}

}  // namespace
