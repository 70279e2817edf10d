#include "grader/report.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace racelab {
namespace {

using nlohmann::json;

json ToJson(const TestOutcome& test) {
  return {{"name", test.name},
          {"ran", test.ran},
          {"passed", test.passed},
          {"explored", test.explored},
          {"executions", test.executions},
          {"exhaustive", test.exhaustive}};
}

json ToJson(const VariantOutcome& variant) {
  json tests = json::array();
  for (const TestOutcome& test : variant.tests) tests.push_back(ToJson(test));
  return {{"variant", variant.variant},
          {"compiler", variant.compiler},
          {"judged", variant.judged},
          {"verdict", KindName(variant.verdict)},
          {"why", variant.why},
          {"seconds", variant.seconds},
          {"tests", tests}};
}

}  // namespace

json ToJson(const Report& report) {
  json variants = json::array();
  for (const VariantOutcome& variant : report.variants) variants.push_back(ToJson(variant));
  json findings = json::array();
  for (const Finding& finding : report.findings) findings.push_back(ToJson(finding));
  return {{"schema", "racelab/report/v1"},
          {"lab", report.lab},
          {"title", report.title},
          {"submission", report.submission},
          {"verdict", KindName(report.verdict)},
          {"graded", report.graded()},
          {"points", report.graded() ? json(report.points) : json()},
          {"points_max", report.points_max},
          {"variants", variants},
          {"left_out", report.left_out},
          {"findings", findings},
          {"environment", report.environment},
          {"seconds", report.seconds}};
}

int ExitCode(Kind verdict) {
  switch (verdict) {
    case Kind::kPass:
      return 0;
    case Kind::kCompileError:
      return 3;
    case Kind::kUnsupported:
    case Kind::kEnvironment:
      return 4;
    default:
      return 1;
  }
}

void Conclude(Report& report) {
  OrderAndMerge(report.findings);
  report.verdict = WorstKind(report.findings);
  for (const VariantOutcome& variant : report.variants) {
    report.verdict = std::min(report.verdict, variant.verdict);
  }
  report.points = report.passed() ? report.points_max : 0;
}

}  // namespace racelab
