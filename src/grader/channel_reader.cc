#include "grader/channel_reader.h"

#include <sys/random.h>

#include <array>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <optional>

#include "absl/strings/escaping.h"
#include "absl/strings/str_split.h"

namespace racelab {
namespace {

using nlohmann::json;

constexpr std::size_t kFindingsKept = 200;

std::string Text(const json& record, const char* key) {
  auto it = record.find(key);
  return it != record.end() && it->is_string() ? it->get<std::string>() : std::string();
}

bool Flag(const json& record, const char* key) {
  auto it = record.find(key);
  return it != record.end() && it->is_boolean() && it->get<bool>();
}

std::int64_t Number(const json& record, const char* key) {
  auto it = record.find(key);
  return it != record.end() && it->is_number_integer() ? it->get<std::int64_t>() : 0;
}

Finding FromFailure(const json& record) {
  Finding finding;
  finding.kind = KindFromName(Text(record, "kind")).value_or(Kind::kWrongValue);
  if (!IsStudentFailure(finding.kind)) finding.kind = Kind::kWrongValue;
  finding.oracle = "expectation";
  finding.test = Text(record, "test");
  finding.message = Text(record, "message");
  const int line = static_cast<int>(Number(record, "line"));
  if (line > 0) finding.locations.push_back({Text(record, "file"), line, ""});
  return finding;
}

void Take(const json& record, CheckRecords& records) {
  const std::string type = Text(record, "type");
  const std::string test = Text(record, "test");
  if (type == "begin") {
    records.began = true;
  } else if (type == "end") {
    records.ended = true;
  } else if (type == "canary") {
    records.canary_announced = true;
  } else if (type == "test-begin") {
    records.tests[test].began = true;
    records.current_test = test;
  } else if (type == "test-end") {
    CheckRecords::Test& outcome = records.tests[test];
    outcome.ended = true;
    outcome.passed = Flag(record, "passed");
    ++outcome.times;
    records.current_test.clear();
  } else if (type == "explored") {
    CheckRecords::Test& outcome = records.tests[test];
    outcome.explored = Text(record, "text");
    outcome.executions += Number(record, "executions");
    outcome.exhaustive = Flag(record, "exhaustive");
  } else if (records.findings.size() >= kFindingsKept) {
    return;
  } else if (type == "failure") {
    records.findings.push_back(FromFailure(record));
  } else if (type == "finding") {
    if (std::optional<Finding> finding = FindingFromJson(record)) {
      records.findings.push_back(*std::move(finding));
    }
  }
}

}  // namespace

CheckRecords ReadChannel(std::string_view text, std::string_view nonce) {
  CheckRecords records;
  for (std::string_view line : absl::StrSplit(text, '\n', absl::SkipEmpty())) {
    const json record = json::parse(line, nullptr, /*allow_exceptions=*/false);
    if (!record.is_object() || Text(record, "nonce") != nonce) {
      ++records.unreadable;
      continue;
    }
    Take(record, records);
  }
  return records;
}

std::string MakeNonce() {
  std::array<char, 16> bytes;
  const ssize_t n = getrandom(bytes.data(), bytes.size(), 0);
  if (n != static_cast<ssize_t>(bytes.size())) std::abort();  // The kernel has no randomness.
  return absl::BytesToHexString(std::string_view(bytes.data(), bytes.size()));
}

}  // namespace racelab
