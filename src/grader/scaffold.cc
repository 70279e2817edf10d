#include "grader/scaffold.h"

#include <fstream>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "grader/scaffold_texts.h"

namespace racelab {
namespace {

bool IsLabName(std::string_view name) {
  if (name.size() < 4 || !absl::ascii_isdigit(name[0]) || !absl::ascii_isdigit(name[1]) ||
      name[2] != '-') {
    return false;
  }
  for (std::string_view word : absl::StrSplit(name.substr(3), '-')) {
    if (word.empty()) return false;
    for (const char c : word) {
      if (!absl::ascii_islower(static_cast<unsigned char>(c)) &&
          !absl::ascii_isdigit(static_cast<unsigned char>(c))) {
        return false;
      }
    }
  }
  return true;
}

// What differs between the files that a student might submit.
struct Answer {
  std::string header;
  std::string include;
  std::string methods;
  std::string members;
};

std::string Render(const Answer& answer) {
  return absl::StrReplaceAll(kScaffoldAnswer, {{"@HEADER@", answer.header},
                                               {"@INCLUDE@", answer.include},
                                               {"@METHODS@", answer.methods},
                                               {"@MEMBERS@", answer.members}});
}

std::string Starter() {
  return Render({"//\n// The tally forgets some of what threads add at the same time.\n", "",
                 "  // TODO: make every call count, from however many threads.\n"
                 "  void Add(int amount) override { sum_ += amount; }\n\n"
                 "  int Sum() const override { return sum_; }\n",
                 "  int sum_ = 0;\n"});
}

std::string Solution() {
  return Render({"//\n// One mutex guards the sum, and both methods hold it.\n",
                 "#include <mutex>\n\n",
                 "  void Add(int amount) override {\n"
                 "    // Read, add and write are one step to everybody who takes this lock.\n"
                 "    const std::lock_guard lock(mutex_);\n"
                 "    sum_ += amount;\n  }\n\n"
                 "  int Sum() const override {\n"
                 "    const std::lock_guard lock(mutex_);\n"
                 "    return sum_;\n  }\n",
                 "  mutable std::mutex mutex_;\n  int sum_ = 0;  // Guarded by mutex_.\n"});
}

std::string Alternative() {
  return Render({"//\n// One atomic step: nothing fits between its read and its write.\n",
                 "#include <atomic>\n\n",
                 "  void Add(int amount) override { sum_.fetch_add(amount); }\n\n"
                 "  int Sum() const override { return sum_.load(); }\n",
                 "  std::atomic<int> sum_ = 0;\n"});
}

std::string Mutant() {
  return Render(
      {"//\n// expect: data-race\n"
       "// volatile makes the compiler read and write each time; it orders no threads.\n",
       "",
       "  void Add(int amount) override { sum_ = sum_ + amount; }\n\n"
       "  int Sum() const override { return sum_; }\n",
       "  volatile int sum_ = 0;\n"});
}

std::string TitleOf(std::string_view name) {
  std::string title = absl::StrReplaceAll(name.substr(3), {{"-", " "}});
  title[0] = absl::ascii_toupper(static_cast<unsigned char>(title[0]));
  return title;
}

absl::Status WriteFile(const std::filesystem::path& file, const std::string& content) {
  std::error_code error;
  std::filesystem::create_directories(file.parent_path(), error);
  std::ofstream out(file, std::ios::binary);
  out << content;
  out.close();
  if (out && !error) return absl::OkStatus();
  return absl::UnavailableError(absl::StrCat("cannot write ", file.string(),
                                             ": is the checkout writable, and the disk not full?"));
}

}  // namespace

absl::Status CheckNewLabName(std::string_view name, const std::filesystem::path& root) {
  if (!IsLabName(name)) {
    return absl::InvalidArgumentError(
        absl::StrCat("'", name, "' is no name for a lab: two digits, then lower-case words joined ",
                     "by hyphens, as in 45-two-doors"));
  }
  for (const char* folder : {"labs", "solutions"}) {
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(root / folder, error)) {
      const std::string existing = entry.path().filename().string();
      if (existing.substr(0, 3) != name.substr(0, 3)) continue;
      return absl::AlreadyExistsError(absl::StrCat("number ", name.substr(0, 2), " is taken by ",
                                                   folder, "/", existing, "; choose another"));
    }
  }
  return absl::OkStatus();
}

std::vector<ScaffoldFile> ScaffoldFiles(std::string_view name) {
  const std::string lab = absl::StrCat("labs/", name, "/");
  const std::string solutions = absl::StrCat("solutions/", name, "/");
  std::vector<ScaffoldFile> files = {
      {absl::StrCat(lab, "CMakeLists.txt"), kScaffoldCMake},
      {absl::StrCat(lab, "README.md"), kScaffoldReadme},
      {absl::StrCat(lab, "tally.h"), kScaffoldContract},
      {absl::StrCat(lab, "tally.cc"), Starter()},
      {absl::StrCat(lab, "tally_check.cc"), kScaffoldCheck},
      {absl::StrCat(solutions, "tally.cc"), Solution()},
      {absl::StrCat(solutions, "alternatives/atomic.cc"), Alternative()},
      {absl::StrCat(solutions, "mutants/volatile_sum.cc"), Mutant()},
      {absl::StrCat(solutions, "answers.md"), kScaffoldAnswers},
  };
  const std::string guard = absl::AsciiStrToUpper(
      absl::StrCat("LABS_", absl::StrReplaceAll(name, {{"-", "_"}}), "_TALLY_H_"));
  for (ScaffoldFile& file : files) {
    file.content = absl::StrReplaceAll(file.content, {{"@NAME@", name},
                                                      {"@NUMBER@", name.substr(0, 2)},
                                                      {"@TITLE@", TitleOf(name)},
                                                      {"@GUARD@", guard}});
  }
  return files;
}

absl::StatusOr<std::vector<std::string>> WriteScaffold(std::string_view name,
                                                       const std::filesystem::path& root) {
  if (absl::Status status = CheckNewLabName(name, root); !status.ok()) return status;
  std::vector<std::string> written;
  for (const ScaffoldFile& file : ScaffoldFiles(name)) {
    if (absl::Status status = WriteFile(root / file.path, file.content); !status.ok()) {
      // Both folders are ours: their number was free.
      std::error_code ignored;
      std::filesystem::remove_all(root / "labs" / name, ignored);
      std::filesystem::remove_all(root / "solutions" / name, ignored);
      return status;
    }
    written.push_back(file.path);
  }
  return written;
}

}  // namespace racelab
