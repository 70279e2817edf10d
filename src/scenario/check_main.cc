// The main of every check executable: an ordinary GoogleTest program, which also reports over the
// judge's channel when there is one.
#include <sys/prctl.h>

#include <nlohmann/json.hpp>
#include <string>

#include "channel.h"
#include "gtest/gtest.h"
#include "runner.h"

namespace {

using nlohmann::json;

std::string FullName(const testing::TestInfo& test) {
  return std::string(test.test_suite_name()) + "." + test.name();
}

std::string BaseName(const char* path) {
  const std::string name = path == nullptr ? "" : path;
  return name.substr(name.rfind('/') + 1);
}

// "… [[leak]] …" → "leak", and the mark is removed. See racelab::As.
std::string TakeKind(std::string& message) {
  const size_t begin = message.find("[[");
  const size_t end = message.find("]]", begin == std::string::npos ? 0 : begin);
  if (begin == std::string::npos || end == std::string::npos) return "wrong-value";
  const std::string kind = message.substr(begin + 2, end - begin - 2);
  message.erase(begin, end + 2 - begin);
  return kind;
}

class ChannelReporter : public testing::EmptyTestEventListener {
  void OnTestProgramStart(const testing::UnitTest& unit) override {
    json tests = json::array();
    for (int i = 0; i < unit.total_test_suite_count(); ++i) {
      const testing::TestSuite& suite = *unit.GetTestSuite(i);
      for (int j = 0; j < suite.total_test_count(); ++j) {
        tests.push_back(FullName(*suite.GetTestInfo(j)));
      }
    }
    racelab::channel::Emit("begin", {{"variant", racelab::VariantName()}, {"tests", tests}});
  }

  void OnTestStart(const testing::TestInfo& test) override {
    test_ = FullName(test);
    racelab::channel::Emit("test-begin", {{"test", test_}});
  }

  void OnTestPartResult(const testing::TestPartResult& part) override {
    if (!part.failed()) return;
    std::string message = part.message();
    const std::string kind = TakeKind(message);
    if (kind == racelab::kReported) return;  // Went over the channel as a finding already.
    racelab::channel::Emit("failure", {{"test", test_},
                                       {"kind", kind},
                                       {"file", BaseName(part.file_name())},
                                       {"line", part.line_number()},
                                       {"message", message}});
  }

  void OnTestEnd(const testing::TestInfo& test) override {
    racelab::channel::Emit("test-end",
                           {{"test", FullName(test)}, {"passed", test.result()->Passed()}});
  }

  std::string test_;
};

}  // namespace

int main(int argc, char** argv) {
  racelab::channel::Open();
  // The judge takes the stacks of a process that hangs.
  prctl(PR_SET_PTRACER, PR_SET_PTRACER_ANY);
  testing::InitGoogleTest(&argc, argv);
  testing::UnitTest::GetInstance()->listeners().Append(new ChannelReporter);
  const int status = RUN_ALL_TESTS();
  if (racelab::channel::Judged()) {
    racelab::PlantRace();
    // What failed is in the records; a status of 0 says that the process got to its end.
    racelab::channel::Emit("end", json::object());
    return 0;
  }
  return status;
}
