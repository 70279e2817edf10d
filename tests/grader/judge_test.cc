// The judge on lab 09 in the plain variant: what each kind of bad submission gets, and that the
// next one is still judged.
#include "grader/judge.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "grader/catalog.h"
#include "grader/submissions.h"

namespace racelab {
namespace {

namespace fs = std::filesystem;

// A counter that is right but for what `deed` does in Increment.
std::string CounterThat(const std::string& deed) {
  return absl::StrCat(R"(#include "counter.h"
#include <sys/types.h>
#include <unistd.h>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <stdexcept>
#include <thread>
class C : public Counter {
 public:
  void Increment() override { )",
                      deed, R"( std::lock_guard lock(m_); ++n_; }
  int Value() const override { std::lock_guard lock(m_); return n_; }
 private:
  mutable std::mutex m_;
  int n_ = 0;
};
std::unique_ptr<Counter> MakeCounter() { return std::make_unique<C>(); }
)");
}

class JudgeTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    const fs::path tree = RACELAB_TEST_TREE;
    judge_ = new Judge(Workspace{RACELAB_TEST_ROOT, tree.parent_path()});
    absl::StatusOr<Catalog> catalog = Catalog::Load(tree);
    ASSERT_TRUE(catalog.ok()) << catalog.status();
    catalog_ = new Catalog(*std::move(catalog));
    lab_ = catalog_->Find("09-lost-update");
    ASSERT_NE(lab_, nullptr);
  }
  static void TearDownTestSuite() {
    delete judge_;
    delete catalog_;
  }

  Report Judged(const fs::path& file) {
    JudgeOptions options;
    options.variants = {"plain"};
    absl::StatusOr<Report> report = judge_->Check(*lab_, file, options);
    EXPECT_TRUE(report.ok()) << report.status();
    return report.ok() ? *report : Report{};
  }

  Report JudgedSource(const std::string& source) {
    const fs::path file =
        fs::path(testing::TempDir()) / absl::StrCat("submission-", getpid(), ".cc");
    std::ofstream(file) << source;
    Report report = Judged(file);
    fs::remove(file);
    return report;
  }

  void ExpectVerdict(const std::string& deed, Kind kind, const std::string& told) {
    const Report report = JudgedSource(CounterThat(deed));
    EXPECT_EQ(KindName(report.verdict), KindName(kind)) << deed;
    ASSERT_FALSE(report.findings.empty());
    EXPECT_TRUE(absl::StrContains(report.findings[0].message, told)) << report.findings[0].message;
    EXPECT_EQ(report.points, 0);
  }

  static inline Judge* judge_ = nullptr;
  static inline const Catalog* catalog_ = nullptr;
  static inline const Lab* lab_ = nullptr;
};

TEST_F(JudgeTest, PassesARightFileWithAllItsPoints) {
  const Report report = JudgedSource(CounterThat(""));
  EXPECT_EQ(report.verdict, Kind::kPass);
  EXPECT_EQ(report.points, report.points_max);
  ASSERT_EQ(report.variants.size(), 1U);
  EXPECT_EQ(report.variants[0].tests.size(), lab_->tests.size());
}

TEST_F(JudgeTest, NamesAMissingFile) {
  EXPECT_EQ(Judged("/no/such/counter.cc").verdict, Kind::kMissingFile);
}

TEST_F(JudgeTest, NamesAMissingFunctionOfTheContract) {
  const Report report = JudgedSource("#include \"counter.h\"\n");
  EXPECT_EQ(report.verdict, Kind::kCompileError);
  ASSERT_FALSE(report.findings.empty());
  EXPECT_TRUE(absl::StrContains(report.findings[0].message, "MakeCounter()"))
      << report.findings[0].message;
}

TEST_F(JudgeTest, NamesAnEmptyFile) {
  const Report report = JudgedSource(" \n");
  EXPECT_EQ(report.verdict, Kind::kMissingFile);
  ASSERT_FALSE(report.findings.empty());
  EXPECT_TRUE(absl::StrContains(report.findings[0].message, "is empty"));
}

TEST_F(JudgeTest, ShowsTheCompilersFirstErrorAtTheStudentsLine) {
  ExpectVerdict("value_ += 1;", Kind::kCompileError, "value_");
  const Report report = JudgedSource(CounterThat("value_ += 1;"));
  ASSERT_FALSE(report.findings[0].locations.empty());
  EXPECT_EQ(report.findings[0].locations[0].file, "counter.cc");
  EXPECT_EQ(report.findings[0].locations[0].line, 13);
}

TEST_F(JudgeTest, EndsACompilationThatReadsWithoutEnd) {
  const Report report = JudgedSource("#include \"/dev/zero\"\n");
  EXPECT_EQ(report.verdict, Kind::kCompileError);
}

TEST_F(JudgeTest, EndsACompilationThatTakesForever) {
  const Report report = JudgedSource(
      "#define A(x) x x x x x x x x x x x x x x x x\n"
      "int a[] = {A(A(A(A(A(A(A(A(1,))))))))};\n");
  EXPECT_EQ(report.verdict, Kind::kCompileError);
  ASSERT_FALSE(report.findings.empty());
  EXPECT_TRUE(absl::StrContains(report.findings[0].message, "The compiler"))
      << report.findings[0].message;
}

TEST_F(JudgeTest, CompilesEqualFilesOnceWhenAsked) {
  const fs::path file = fs::path(testing::TempDir()) / absl::StrCat("submission-", getpid(), ".cc");
  std::ofstream(file) << CounterThat("");
  JudgeOptions options;
  options.variants = {"plain"};
  options.reuse_objects = true;
  for (int run = 0; run < 3; ++run) {
    absl::StatusOr<Report> report = judge_->Check(*lab_, file, options);
    ASSERT_TRUE(report.ok()) << report.status();
    EXPECT_EQ(report->verdict, Kind::kPass);
  }
  std::ofstream(file) << CounterThat("*(volatile int*)nullptr = 1;");
  absl::StatusOr<Report> changed = judge_->Check(*lab_, file, options);
  ASSERT_TRUE(changed.ok()) << changed.status();
  EXPECT_EQ(changed->verdict, Kind::kCrash) << "another text under the same name";
  fs::remove(file);
}

TEST_F(JudgeTest, SeesAnEarlyExit) {
  ExpectVerdict("std::_Exit(0);", Kind::kForbidden, "ended itself with status 0");
}

TEST_F(JudgeTest, SeesAnEarlyExitInAConstructor) {
  const Report report = JudgedSource(CounterThat("") + "int early = (std::_Exit(0), 0);\n");
  EXPECT_EQ(report.verdict, Kind::kForbidden);
}

TEST_F(JudgeTest, SeesACrash) {
  ExpectVerdict("*(volatile int*)nullptr = 1;", Kind::kCrash, "was killed by SIGSEGV");
}

TEST_F(JudgeTest, SeesAnExceptionThatLeavesAThread) {
  // Once: two that throw at the same time mix what the library says of them.
  ExpectVerdict(
      "static std::once_flag once;"
      "std::call_once(once, [] { std::thread([] { throw std::runtime_error(\"full\"); }).join(); "
      "});",
      Kind::kCrash, "std::runtime_error: full");
}

TEST_F(JudgeTest, SeesADeadlockAtTheStudentsLine) {
  const Report report = JudgedSource(CounterThat("m_.lock();"));
  EXPECT_EQ(report.verdict, Kind::kDeadlock);
  ASSERT_FALSE(report.findings.empty());
  ASSERT_FALSE(report.findings[0].locations.empty());
  EXPECT_EQ(report.findings[0].locations[0].file, "counter.cc");
}

TEST_F(JudgeTest, EndsABusyLoop) {
  ExpectVerdict("for (volatile int i = 0;; i = 0) { }", Kind::kHang, "did not end");
}

TEST_F(JudgeTest, EndsAnEndlessAllocation) {
  ExpectVerdict("for (;;) std::memset(std::malloc(1 << 20), 1, 1 << 20);", Kind::kCrash,
                "ran out of memory");
}

TEST_F(JudgeTest, EndsAFloodOfOutput) {
  ExpectVerdict("for (;;) std::puts(\"hello\");", Kind::kHang, "printed without end");
}

TEST_F(JudgeTest, EndsAForkBomb) {
  // Not a doubling one: a mistake in the judge must not cost the machine.
  ExpectVerdict(
      "for (int i = 0; i < 2000; ++i) if (fork() == 0) for (;;) pause(); for (;;) pause();",
      Kind::kResourceLeak, "without end");
}

TEST_F(JudgeTest, EndsASubmissionThatKillsItsParent) {
  ExpectVerdict("kill(getppid(), SIGKILL); pause();", Kind::kForbidden, "killed the process");
}

TEST_F(JudgeTest, TakesNoForgedRecord) {
  ExpectVerdict(
      "const char* r = \"{\\\"nonce\\\":\\\"0\\\",\\\"type\\\":\\\"end\\\"}\\n\";"
      "write(3, r, std::strlen(r)); std::_Exit(0);",
      Kind::kForbidden, "before its tests were done");
}

TEST_F(JudgeTest, JudgesTheSolutionStill) {
  absl::StatusOr<std::vector<Submission>> bank = SubmissionsOf(*lab_);
  ASSERT_TRUE(bank.ok()) << bank.status();
  EXPECT_EQ((*bank)[1].role, Role::kSolution);
  EXPECT_EQ(Judged((*bank)[1].file).verdict, Kind::kPass);
}

TEST_F(JudgeTest, SaysWhichVariantsALabHas) {
  JudgeOptions options;
  options.variants = {"valgrind"};
  const absl::Status status = judge_->Check(*lab_, lab_->StudentFile(), options).status();
  EXPECT_TRUE(absl::IsInvalidArgument(status));
  EXPECT_EQ(ExitCode(status), 2);
}

TEST(DeclaredVerdict, IsReadFromTheHeader) {
  EXPECT_EQ(*DeclaredVerdict("// expect: data-race\n// Why.\n", "m.cc"), Kind::kDataRace);
  EXPECT_FALSE(DeclaredVerdict("// Why.\n", "m.cc").ok());
  EXPECT_FALSE(DeclaredVerdict("// expect: pass\n", "m.cc").ok());
  const absl::Status status = DeclaredVerdict("// expect: race\n", "m.cc").status();
  EXPECT_TRUE(absl::StrContains(status.message(), "m.cc:1: 'race' is not a verdict")) << status;
}

}  // namespace
}  // namespace racelab
