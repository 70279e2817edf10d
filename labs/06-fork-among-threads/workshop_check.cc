#include <dirent.h>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include "racelab/scenario.h"
#include "workshop.h"

namespace {

int OpenDescriptors() {
  int count = 0;
  DIR* const folder = opendir("/proc/self/fd");
  while (readdir(folder) != nullptr) ++count;
  closedir(folder);
  return count;
}

// Runs the body under many schedules; nothing may be left after any of them.
void Explore(const std::function<void()>& body) {
  racelab::Explore([&body] {
    const int descriptors = OpenDescriptors();
    body();
    EXPECT_EQ(OpenDescriptors(), descriptors)
        << racelab::As("resource-leak") << "descriptors were left open";
    const pid_t left = waitpid(-1, nullptr, WNOHANG);
    EXPECT_TRUE(left < 0 && errno == ECHILD)
        << racelab::As("resource-leak") << "a child was left, dead or alive";
  });
}

// A thread that another one watches: whether it sleeps in the kernel, waiting for something.
class Watched {
 public:
  // Called by the watched thread.
  void Enter() { thread_.store(gettid()); }
  void Leave() {
    left_.store(1);
    left_.notify_all();
  }

  // Blocks the watching thread until the watched one waits for something, or has left. A nap is no
  // wait (the variants put some in); one that naps again and again, or burns processor time, polls
  // or spins, and is not waited for any longer. On a busy machine all of that takes longer, and
  // nothing else changes. Allocates nothing: a fork may happen at any moment here.
  void AwaitItsSleep() const {
    const long spins = sysconf(_SC_CLK_TCK) / 5;
    const long before = Look().ticks;
    int waits = 0;
    for (int naps = 0; waits < 3 && naps < 300 && left_.load() == 0; usleep(1000)) {
      const State now = Look();
      const bool in_nap = now.sleeps && Naps();
      waits = now.sleeps && !in_nap ? waits + 1 : 0;
      naps += in_nap ? 1 : 0;
      if (now.ticks - before > spins) return;
    }
  }

  void AwaitItsEnd() const { left_.wait(0); }

 private:
  struct State {
    bool sleeps = false;
    long ticks = 0;  // Of processor time.
  };

  // What the kernel says of the watched thread (man 5 proc). False when it says nothing.
  template <std::size_t kBytes>
  bool Read(const char* file, char (&text)[kBytes]) const {
    std::snprintf(text, kBytes, "/proc/self/task/%d/%s", thread_.load(), file);
    const int fd = open(text, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return false;
    const ssize_t got = read(fd, text, kBytes - 1);
    close(fd);
    text[got < 0 ? 0 : got] = '\0';
    return got > 0;
  }

  State Look() const {
    char text[512];
    if (!Read("stat", text)) return {};
    const char* const name_end = std::strrchr(text, ')');
    char state = '?';
    long user = 0;
    long system = 0;
    if (name_end == nullptr ||
        std::sscanf(name_end + 1, " %c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %ld %ld", &state,
                    &user, &system) != 3) {
      return {};
    }
    return {state == 'S', user + system};
  }

  bool Naps() const {
    char text[512];
    int call = -1;
    return Read("syscall", text) && std::sscanf(text, "%d", &call) == 1 &&
           (call == SYS_nanosleep || call == SYS_clock_nanosleep);
  }

  std::atomic<pid_t> thread_{0};
  std::atomic<int> left_{0};
};

// Notes a line in its own diary, and answers with how many lines that made.
std::string NoteOnce(const std::string& question, Workshop& own) {
  const int before = own.Lines();
  own.Note([] { return "h"; });
  return question + std::to_string(own.Lines() - before);
}

TEST(Workshop, GetsTheHelpersAnswer) {
  Explore([] {
    const auto workshop = MakeWorkshop(NoteOnce);
    EXPECT_EQ(workshop->AskHelper("a"), "a1");
    EXPECT_EQ(workshop->AskHelper("b"), "b1");
  });
}

TEST(Workshop, GetsAnswersWhileAThreadHoldsTheDiary) {
  Explore([] {
    const auto workshop = MakeWorkshop(NoteOnce);
    Watched asker;
    std::atomic<bool> noting = false;
    std::string answer;
    racelab::Concurrently({[&] {
                             workshop->Note([&] {
                               noting = true;
                               noting.notify_all();
                               // From here until the one who asks waits for an answer, or for us.
                               asker.AwaitItsSleep();
                               return "t";
                             });
                             asker.AwaitItsEnd();
                           },
                           [&] {
                             noting.wait(false);
                             asker.Enter();
                             answer = workshop->AskHelper("q");
                             asker.Leave();
                           }});
    EXPECT_EQ(answer, "q1") << "the helper notes one line and answers with their number";
    EXPECT_EQ(workshop->Lines(), 1) << "the thread's line is the only one of this process";
  });
}

TEST(Workshop, CanStillBeUsedAfterAnAnswer) {
  Explore([] {
    const auto workshop = MakeWorkshop(NoteOnce);
    workshop->Note([] { return "x"; });
    workshop->AskHelper("a");
    workshop->Note([] { return "y"; });
    EXPECT_EQ(workshop->Lines(), 2);
  });
}

TEST(Workshop, SeesNothingOfWhatTheHelperDid) {
  Explore([] {
    int ours = 1;
    const auto workshop = MakeWorkshop([&ours](const std::string&, Workshop& own) {
      ours = 2;
      own.Note([] { return "h"; });
      return std::string("done");
    });
    EXPECT_EQ(workshop->AskHelper(""), "done");
    EXPECT_EQ(ours, 1) << "a helper wrote to the memory of the one who asked";
    EXPECT_EQ(workshop->Lines(), 0) << "a helper wrote into the diary of the one who asked";
  });
}

TEST(Workshop, GetsLongAndEmptyAnswersWhole) {
  Explore([] {
    const auto workshop = MakeWorkshop([](const std::string& question, Workshop&) {
      return std::string(question.size() * 100'000, 'z');  // More than a pipe holds.
    });
    EXPECT_EQ(workshop->AskHelper("two").size(), 300'000u);
    EXPECT_EQ(workshop->AskHelper(""), "");
  });
}

TEST(Workshop, HasItsUnwrittenTextWrittenOnce) {
  Explore([] {
    FILE* const file = std::tmpfile();
    ASSERT_NE(file, nullptr);
    const auto workshop = MakeWorkshop(NoteOnce);
    std::fputs("text", file);  // In the buffer only.
    workshop->AskHelper("a");
    std::fflush(file);
    const off_t size = lseek(fileno(file), 0, SEEK_END);
    std::fclose(file);
    EXPECT_EQ(size, 4) << "the helper's end wrote the caller's buffer as well";
  });
}

TEST(Workshop, StandsBesideAnother) {
  Explore([] {
    auto first = MakeWorkshop(NoteOnce);
    const auto second = MakeWorkshop(NoteOnce);
    EXPECT_EQ(first->AskHelper("1"), "11");
    first.reset();
    EXPECT_EQ(second->AskHelper("2"), "21");
  });
}

}  // namespace
