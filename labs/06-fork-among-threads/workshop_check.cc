#include <dirent.h>
#include <fcntl.h>
#include <gtest/gtest.h>
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

  // Blocks the watching thread until the watched one sleeps, or has run for long without doing so.
  // Allocates nothing: a fork may happen at any moment here.
  void AwaitItsSleep() const {
    int asleep = 0;
    for (int looks = 0; asleep < 3 && looks < 400; ++looks) {
      asleep = Sleeps() ? asleep + 1 : 0;
      usleep(1000);
    }
  }

  void AwaitItsEnd() const { left_.wait(0); }

 private:
  bool Sleeps() const {
    char text[256];
    std::snprintf(text, sizeof text, "/proc/self/task/%d/stat", thread_.load());
    const int fd = open(text, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return false;
    const ssize_t got = read(fd, text, sizeof text - 1);
    close(fd);
    text[got < 0 ? 0 : got] = '\0';
    const char* const name_end = std::strrchr(text, ')');
    return name_end != nullptr && name_end[2] == 'S';
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
