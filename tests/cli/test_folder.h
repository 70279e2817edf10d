// A folder of its own for a test, removed when the test ends.
#ifndef RACELAB_TESTS_CLI_TEST_FOLDER_H_
#define RACELAB_TESTS_CLI_TEST_FOLDER_H_

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace racelab {

class TestFolder {
 public:
  TestFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "racelab-test-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) std::abort();
    path_ = name;
  }
  ~TestFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

  std::filesystem::path Write(const std::string& name, const std::string& content) const {
    const std::filesystem::path file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file) << content;
    return file;
  }

  std::string Read(const std::string& name) const {
    std::stringstream content;
    content << std::ifstream(path_ / name).rdbuf();
    return content.str();
  }

 private:
  std::filesystem::path path_;
};

}  // namespace racelab

#endif  // RACELAB_TESTS_CLI_TEST_FOLDER_H_
