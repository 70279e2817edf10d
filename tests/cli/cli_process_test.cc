// The built tool as a person meets it: real processes, a made-up course, no build trees.
#include "grader/cli_process.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "test_folder.h"

namespace racelab {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

json LabEntry(const TestFolder& folder, const std::string& name, const std::string& title) {
  const std::string lab = folder.path() / "labs" / name;
  return {{"name", name},
          {"title", title},
          {"part", "II"},
          {"student_file", "counter.cc"},
          {"contract", "counter.h"},
          {"check", "counter_check.cc"},
          {"lab_dir", lab},
          {"solutions_dir", folder.path() / "solutions" / name},
          {"variants", {"plain", "tsan"}},
          {"concepts", {"mutex"}},
          {"prerequisites", json::array()},
          {"seen_by", {"tsan"}},
          {"tests", {"Counter.Counts"}},
          {"points", 10},
          {"minutes", 15},
          {"starter_verdict", "data-race"},
          {"time_limit_s", 10},
          {"memory_mib", 512},
          {"processes", 64},
          {"library", ""},
          {"check_executable", ""},
          {"check_target", ""},
          {"object_target", ""},
          {"library_target", ""},
          {"explore", nullptr}};
}

class Tool : public ::testing::Test {
 protected:
  Tool() {
    folder_.Write("labs/09-lost-update/counter.cc", "int value;\n");
    folder_.Write("labs/09-lost-update/README.md", "## Hints\n### Hint 1\nLook twice.\n");
    folder_.Write("labs/12-check-then-act/counter.cc", "int value;\n");
    const json labs = {{"variant", "plain"},
                       {"compiler", "GNU 12"},
                       {"labs",
                        {LabEntry(folder_, "09-lost-update", "Lost update"),
                         LabEntry(folder_, "12-check-then-act", "Check then act")}}};
    folder_.Write("build/plain/labs.json", labs.dump());
    // Younger than the folders that it describes, whatever the clock's grain.
    folder_.Write("build/catalog.stamp", "");
    std::filesystem::last_write_time(
        folder_.path() / "build/catalog.stamp",
        std::filesystem::file_time_type::clock::now() + std::chrono::hours(1));
  }

  std::vector<std::string> Environment() const {
    return {"RACELAB_ROOT=" + folder_.path().string(),
            "RACELAB_BUILD=" + (folder_.path() / "build").string(),
            // The made-up course is in nobody's repository.
            "GIT_CEILING_DIRECTORIES=/"};
  }

  CapturedRun Run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), RACELAB_GRADER);
    const auto run = Capture(arguments, Environment());
    if (!run.ok()) std::abort();
    return *run;
  }

  // What the tool writes to a terminal.
  std::string RunOnTerminal(std::vector<const char*> arguments, const char* no_color) const {
    int terminal = -1;
    const pid_t child = ::forkpty(&terminal, nullptr, nullptr, nullptr);
    if (child == 0) {
      ::setenv("TERM", "xterm", 1);
      no_color == nullptr ? ::unsetenv("NO_COLOR") : ::setenv("NO_COLOR", no_color, 1);
      for (const std::string& entry : Environment()) ::putenv(::strdup(entry.c_str()));
      arguments.insert(arguments.begin(), "racelab-grader");
      arguments.push_back(nullptr);
      ::execv(RACELAB_GRADER, const_cast<char* const*>(arguments.data()));
      ::_exit(127);
    }
    std::string output;
    char bytes[4096];
    for (ssize_t count; (count = ::read(terminal, bytes, sizeof bytes)) > 0;) {
      output.append(bytes, static_cast<size_t>(count));
    }
    ::close(terminal);
    ::waitpid(child, nullptr, 0);
    return output;
  }

  TestFolder folder_;
};

TEST_F(Tool, ListsTheLabs) {
  const CapturedRun run = Run({"list"});
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_THAT(run.output, HasSubstr("09-lost-update"));
  EXPECT_THAT(run.output, HasSubstr("Check then act"));
}

TEST_F(Tool, ListsTheLabsAsJson) {
  const CapturedRun run = Run({"list", "--json"});
  EXPECT_EQ(run.exit_code, 0);
  const json labs = json::parse(run.output);
  EXPECT_EQ(labs["schema"], "racelab/labs/v1");
  EXPECT_EQ(labs["labs"][1]["lab"], "12-check-then-act");
}

TEST_F(Tool, ListsTheLabsAsACoursePage) {
  const CapturedRun run = Run({"list", "--markdown"});
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_THAT(run.output, HasSubstr("## Part II\n"));
  EXPECT_THAT(run.output,
              HasSubstr("| [09 Lost update](09-lost-update/README.md) | data-race, seen "
                        "by tsan | 15 | mutex |  |\n"));
}

TEST_F(Tool, WithoutACommandShowsTheCourseAndTheNextLab) {
  const CapturedRun run = Run({});
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_THAT(run.output, HasSubstr("0 of 2 labs passed"));
  EXPECT_THAT(run.output, HasSubstr("racelab check 09-lost-update"));
  const json course = json::parse(Run({"--json"}).output);
  EXPECT_EQ(course["next"], "09-lost-update");
  EXPECT_EQ(course["labs"][0]["state"], "not-started");
}

TEST_F(Tool, AnswersAnUnknownCommandWithTheNearest) {
  const CapturedRun run = Run({"chekc", "9"});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.output, HasSubstr("there is no command 'chekc'; did you mean `racelab check`?"));
}

TEST_F(Tool, AnswersAnUnknownLabWithTheNearest) {
  for (const char* command : {"check", "verify", "hint"}) {
    const CapturedRun run = Run({command, "lost-updaet"});
    EXPECT_EQ(run.exit_code, 2) << command;
    EXPECT_THAT(run.output, HasSubstr("did you mean 09-lost-update?")) << command;
  }
}

TEST_F(Tool, RefusesBadOptionsWithTheHelpThatExplainsThem) {
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{"check", "9", "--frobnicate"},
                                             {"check"},
                                             {"check", "9", "--compiler", "tcc"},
                                             {"check", "9", "--format", "html"},
                                             {"verify", "--repeat", "0"},
                                             {"verify", "--repeat", "many"},
                                             {"--frobnicate"},
                                             {"list", "check"}}) {
    const CapturedRun run = Run(arguments);
    EXPECT_EQ(run.exit_code, 2) << run.output;
    EXPECT_THAT(run.output, HasSubstr("--help`")) << run.output;
  }
}

TEST_F(Tool, RefusesAVariantThatTheLabDoesNotHave) {
  const CapturedRun run = Run({"check", "9", "--variant", "msan"});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.output, HasSubstr("it has: plain, tsan"));
}

TEST_F(Tool, TakesOneVariantAWordSoThatALabMayFollow) {
  const CapturedRun run = Run({"check", "--variant", "msan", "9"});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.output, HasSubstr("'msan'"));
}

TEST_F(Tool, FindsThatAFileIsMissing) {
  const CapturedRun run = Run({"check", "9", "--file", "/nonexistent/counter.cc", "--json"});
  EXPECT_EQ(run.exit_code, 1);
  const json report = json::parse(run.output);
  EXPECT_EQ(report["schema"], "racelab/report/v1");
  EXPECT_EQ(report["verdict"], "missing-file");
  EXPECT_EQ(report["points"], 0);
  const CapturedRun text = Run({"check", "9", "--file", "/nonexistent/counter.cc"});
  EXPECT_THAT(text.output, StartsWith("✗ missing-file  09-lost-update"));
  EXPECT_THAT(text.output, HasSubstr("0 of 10 points"));
}

TEST_F(Tool, GivesAnEditorLinesItCanRead) {
  const CapturedRun run =
      Run({"check", "9", "--file", "/nonexistent/counter.cc", "--format", "editor"});
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_THAT(run.output, StartsWith("/nonexistent/counter.cc:1:1: error: "));
}

TEST_F(Tool, JudgesTheNextLabAfterAFindingInTheFirst) {
  std::filesystem::remove(folder_.path() / "labs/09-lost-update/counter.cc");
  std::filesystem::remove(folder_.path() / "labs/12-check-then-act/counter.cc");
  const CapturedRun run = Run({"check", "9", "12", "--json"});
  EXPECT_EQ(run.exit_code, 1);
  const json reports = json::parse(run.output);
  ASSERT_EQ(reports["reports"].size(), 2u);
  EXPECT_EQ(reports["reports"][1]["lab"], "12-check-then-act");
}

TEST_F(Tool, RefusesOneFileForTwoLabs) {
  const CapturedRun run = Run({"check", "9", "12", "--file", "x.cc"});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.output, HasSubstr("--file goes with one lab"));
}

TEST_F(Tool, RemembersAVerdictForTheOverview) {
  std::filesystem::remove(folder_.path() / "labs/09-lost-update/counter.cc");
  Run({"check", "9"});
  const json course = json::parse(Run({"--json"}).output);
  EXPECT_EQ(course["labs"][0]["state"], "failing");
  EXPECT_EQ(course["labs"][0]["verdict"], "missing-file");
  EXPECT_EQ(course["next"], "09-lost-update");
}

TEST_F(Tool, GivesHintsAndSaysWhenThereAreNoMore) {
  EXPECT_THAT(Run({"hint", "9"}).output, HasSubstr("Look twice."));
  EXPECT_EQ(Run({"hint", "9", "2"}).exit_code, 2);
  EXPECT_THAT(Run({"hint", "9", "2"}).output, HasSubstr("has 1 hints; there is no hint 2"));
  EXPECT_THAT(Run({"hint", "12"}).output, HasSubstr("no section `## Hints`"));
}

TEST_F(Tool, MakesANewLabOnce) {
  EXPECT_EQ(Run({"new", "45-two-doors"}).exit_code, 0);
  EXPECT_THAT(folder_.Read("labs/45-two-doors/CMakeLists.txt"), HasSubstr("race_lab(45-two-doors"));
  const CapturedRun again = Run({"new", "45-other"});
  EXPECT_EQ(again.exit_code, 2);
  EXPECT_THAT(again.output, HasSubstr("number 45 is taken"));
  EXPECT_EQ(Run({"new", "Two Doors"}).exit_code, 2);
}

TEST_F(Tool, HelpsWithEveryCommand) {
  EXPECT_THAT(Run({"--help"}).output, HasSubstr("racelab check 9"));
  for (const char* command :
       {"list", "check", "hint", "verify", "test", "new", "doctor", "explore", "replay"}) {
    const CapturedRun run = Run({command, "--help"});
    EXPECT_EQ(run.exit_code, 0) << command;
    EXPECT_THAT(run.output, HasSubstr(std::string("Usage: racelab ") + command)) << command;
    EXPECT_THAT(run.output, HasSubstr("Example:")) << command;
    EXPECT_THAT(run.output, HasSubstr("Exit codes: 0 all passed")) << command;
  }
}

TEST_F(Tool, RefusesATokenThatIsNone) {
  const CapturedRun run = Run({"replay", "nonsense"});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.output, HasSubstr("nonsense"));
}

TEST_F(Tool, SaysThatThereIsNoFileToExplore) {
  const CapturedRun run = Run({"explore", "/nonexistent.cc"});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.output, HasSubstr("/nonexistent.cc"));
}

TEST_F(Tool, TellsAnErrorAsJsonToo) {
  const CapturedRun run = Run({"check", "zebra", "--json"});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.output, HasSubstr("\"schema\": \"racelab/error/v1\""));
}

TEST_F(Tool, SaysWhatIsMissingInADamagedBuildFolder) {
  folder_.Write("build/plain/labs.json", "{");
  const CapturedRun run = Run({"list"});
  EXPECT_EQ(run.exit_code, 4);
  EXPECT_THAT(run.output, HasSubstr("labs.json"));
}

TEST_F(Tool, WritesNoEscapeCodesToAPipe) {
  for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
           {}, {"list"}, {"check", "9", "--file", "/nonexistent"}, {"chekc"}, {"--help"}}) {
    EXPECT_THAT(Run(arguments).output, Not(HasSubstr("\033")));
  }
}

TEST_F(Tool, ColoursATerminalUnlessToldNotTo) {
  EXPECT_THAT(RunOnTerminal({"list"}, nullptr), HasSubstr("\033["));
  EXPECT_THAT(RunOnTerminal({"list"}, ""), HasSubstr("\033[")) << "an empty NO_COLOR says nothing";
  const std::string plain = RunOnTerminal({"list"}, "1");
  EXPECT_THAT(plain, HasSubstr("09-lost-update"));
  EXPECT_THAT(plain, Not(HasSubstr("\033[")));
}

}  // namespace
}  // namespace racelab
