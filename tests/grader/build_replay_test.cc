// Real compilers on sources that do not compile, or that try never to be done with it.
#include "grader/build_replay.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "grader/staging.h"

namespace racelab {
namespace {

namespace fs = std::filesystem;

// A build tree of one lab, and a staging folder beside it.
class BuildReplay : public testing::Test {
 protected:
  void SetUp() override {
    root_ = fs::path(testing::TempDir()) /
            absl::StrCat("replay-", getpid(), "-",
                         testing::UnitTest::GetInstance()->current_test_info()->name());
    for (const char* folder : {"lab", "tree", "source", "out", "tmp"}) {
      fs::create_directories(root_ / folder);
    }
    lab_.student_file = "counter.cc";
    lab_.lab_dir = root_ / "lab";
    build_.tree = root_ / "tree";
    build_.compiler = "GNU";
    build_.object_target = "obj/counter.cc.o";
    build_.library = root_ / "tree/liblab.so";
    build_.library_target = "liblab.so";
    Write("lab/counter.h", "int Promise();\n");
    Write("lab/counter.cc", "");
    Write("tree/build.ninja", absl::StrCat("rule cc\n"
                                           "  command = g++ -std=c++20 -fPIC -iquote ",
                                           (root_ / "lab").string(),
                                           " -o $out -c $in\n"
                                           "rule link\n"
                                           "  command = : && g++ -shared -o $out $in && :\n"
                                           "build obj/counter.cc.o: cc ",
                                           (root_ / "lab/counter.cc").string(),
                                           "\nbuild liblab.so: link obj/counter.cc.o\n"));
  }
  void TearDown() override { fs::remove_all(root_); }

  void Write(const std::string& name, const std::string& text) {
    std::ofstream(root_ / name) << text;
  }

  absl::StatusOr<std::optional<Finding>> Compile(const std::string& source) {
    Write("source/counter.cc", source);
    return CompileObject(lines_, lab_, build_, {root_ / "source", root_ / "out", root_ / "tmp"});
  }

  // The finding that `source` gets.
  Finding Refused(const std::string& source) {
    const absl::Time start = absl::Now();
    absl::StatusOr<std::optional<Finding>> finding = Compile(source);
    EXPECT_TRUE(finding.ok()) << finding.status();
    EXPECT_LT(absl::Now() - start, absl::Seconds(60));
    if (!finding.ok() || !finding->has_value()) {
      ADD_FAILURE() << "it was compiled";
      return {};
    }
    EXPECT_EQ((*finding)->kind, Kind::kCompileError);
    return **finding;
  }

  fs::path root_;
  Lab lab_;
  LabBuild build_;
  CommandLines lines_;
};

// With `using namespace std`, a class of one's own clashes with a name of the precompiled header.
TEST_F(BuildReplay, DoesNotHoldAPrecompiledHeaderAgainstTheFile) {
  Write("tree/cmake_pch.hxx", "#include <latch>\n");
  Write("tree/build.ninja",
        absl::StrCat("rule cc\n  command = g++ -std=c++20 -iquote ", (root_ / "lab").string(),
                     " -Winvalid-pch -include ", (root_ / "tree/cmake_pch.hxx").string(),
                     " -o $out -c $in\nbuild obj/counter.cc.o: cc ",
                     (root_ / "lab/counter.cc").string(), "\n"));
  absl::StatusOr<std::optional<Finding>> refused =
      Compile("using namespace std;\nstruct latch { int count; };\nlatch door;\n");
  ASSERT_TRUE(refused.ok()) << refused.status();
  EXPECT_FALSE(refused->has_value()) << (*refused)->message;
}

TEST_F(BuildReplay, BuildsARightFileOutsideOfTheTree) {
  absl::StatusOr<std::optional<Finding>> finding =
      Compile("#include \"counter.h\"\nint Promise() { return 1; }\n");
  ASSERT_TRUE(finding.ok()) << finding.status();
  EXPECT_FALSE(finding->has_value()) << (*finding)->details;
  finding = LinkLibrary(lines_, build_, root_ / "out/counter.cc.o",
                        {root_ / "source", root_ / "out", root_ / "tmp"});
  ASSERT_TRUE(finding.ok()) << finding.status();
  EXPECT_FALSE(finding->has_value()) << (*finding)->details;
  EXPECT_TRUE(fs::exists(root_ / "out/liblab.so"));
  EXPECT_FALSE(fs::exists(root_ / "tree/liblab.so"));
  EXPECT_FALSE(fs::exists(root_ / "tree/obj"));
}

TEST_F(BuildReplay, TellsTheFirstErrorAtTheStudentsLine) {
  const Finding finding = Refused("#include \"counter.h\"\n\nint Promise() { return x; }\n");
  ASSERT_FALSE(finding.locations.empty());
  EXPECT_EQ(finding.locations[0].file, "counter.cc");
  EXPECT_EQ(finding.locations[0].line, 3);
  EXPECT_TRUE(absl::StrContains(finding.message, "was not declared")) << finding.message;
}

TEST_F(BuildReplay, TellsTheStudentsLineOfAnErrorInsideALibrary) {
  const Finding finding = Refused(
      "#include <memory>\n"
      "struct S { S(int); };\n"
      "auto s = std::make_unique<S>();\n");
  ASSERT_FALSE(finding.locations.empty());
  EXPECT_EQ(finding.locations[0].file, "counter.cc");
  EXPECT_EQ(finding.locations[0].line, 3);
}

TEST_F(BuildReplay, EndsOnAnEndlessInclude) {
  const Finding finding = Refused("#include \"/dev/zero\"\n");
  EXPECT_TRUE(absl::StrContains(finding.message, "memory") ||
              absl::StrContains(finding.message, "10 seconds"))
      << finding.message;
}

TEST_F(BuildReplay, EndsOnAFileThatIncludesItself) {
  Refused("#include __FILE__\n#include __FILE__\n");
}

TEST_F(BuildReplay, EndsOnMacrosThatDouble) {
  std::string source = "#define A0 1+1\n";
  for (int i = 1; i < 40; ++i) {
    absl::StrAppend(&source, "#define A", i, " A", i - 1, "+A", i - 1, "\n");
  }
  Refused(absl::StrCat(source, "int x = A39;\n"));
}

TEST_F(BuildReplay, EndsOnAnEndlessConstantExpression) {
  const Finding finding =
      Refused("constexpr int f() { int n = 0; for (;;) ++n; return n; }\nconstexpr int x = f();\n");
  ASSERT_FALSE(finding.locations.empty());
}

TEST_F(BuildReplay, EndsOnTemplatesThatGrow) {
  Refused(
      "template <int N> struct T { static constexpr long v = T<N + 1>::v + T<N + 2>::v; };\n"
      "long x = T<0>::v;\n");
}

TEST_F(BuildReplay, ReadsNoStandardInput) { Refused("#include \"/dev/stdin\"\nint x = y;\n"); }

TEST_F(BuildReplay, SaysThatTheTreeDoesNotKnowATarget) {
  build_.object_target = "obj/other.cc.o";
  EXPECT_TRUE(absl::IsFailedPrecondition(Compile("").status()));
}

TEST_F(BuildReplay, RunsNoLineOfAnotherShapeThanItKnows) {
  // The source is not where it should be in the line: the command would build the lab's own file.
  lab_.lab_dir = root_ / "elsewhere";
  EXPECT_TRUE(absl::IsInternal(Compile("int x;").status()));
}

class Stage : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) / absl::StrCat("stage-", getpid());
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  // What is said of `submission`; "" when it was staged.
  std::string Refusal(const fs::path& submission) {
    absl::StatusOr<std::optional<Finding>> finding = StageSource(submission, folder_ / "staged");
    EXPECT_TRUE(finding.ok()) << finding.status();
    if (!finding.ok() || !finding->has_value()) return "";
    EXPECT_EQ((*finding)->kind, Kind::kMissingFile);
    return (*finding)->message;
  }

  fs::path folder_;
};

TEST_F(Stage, TakesARegularFile) {
  std::ofstream(folder_ / "a.cc") << "int x;\n";
  EXPECT_EQ(Refusal(folder_ / "a.cc"), "");
  EXPECT_EQ(fs::file_size(folder_ / "staged"), 7U);
}

TEST_F(Stage, SaysWhatIsWrongWithAnythingElse) {
  EXPECT_TRUE(absl::StrContains(Refusal(folder_ / "none.cc"), "does not exist"));
  EXPECT_TRUE(absl::StrContains(Refusal(folder_), "not a regular file"));
  EXPECT_TRUE(absl::StrContains(Refusal("/dev/zero"), "not a regular file"));
  std::ofstream(folder_ / "empty.cc") << " \n\n";
  EXPECT_TRUE(absl::StrContains(Refusal(folder_ / "empty.cc"), "is empty"));
  std::ofstream(folder_ / "large.cc") << std::string(300 << 10, 'x');
  EXPECT_TRUE(absl::StrContains(Refusal(folder_ / "large.cc"), "larger than 256 KiB"));
  fs::create_symlink("empty.cc", folder_ / "link.cc");
  EXPECT_TRUE(absl::StrContains(Refusal(folder_ / "link.cc"), "symbolic link"));
}

}  // namespace
}  // namespace racelab
