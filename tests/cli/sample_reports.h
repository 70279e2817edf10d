// Reports for the renderers' tests, made by hand so that no build or run is needed.
#ifndef RACELAB_TESTS_CLI_SAMPLE_REPORTS_H_
#define RACELAB_TESTS_CLI_SAMPLE_REPORTS_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "grader/render_source.h"
#include "grader/report.h"

namespace racelab {

inline Report PassedReport() {
  Report report;
  report.lab = "09-lost-update";
  report.title = "Lost update";
  report.submission = "labs/09-lost-update/counter.cc";
  report.points = report.points_max = 10;
  for (const char* variant : {"plain", "asan", "tsan"}) {
    report.variants.push_back({.variant = variant,
                               .compiler = "g++ 12.2.0",
                               .judged = true,
                               .seconds = 0.3,
                               .tests = {{.name = "Counter.Counts", .ran = true, .passed = true}}});
  }
  return report;
}

inline Finding RaceFinding() {
  Finding finding;
  finding.kind = Kind::kDataRace;
  finding.oracle = "tsan";
  finding.variant = "tsan";
  finding.test = "Counter.Counts";
  finding.message = "Two threads use `value_` at the same time and one of them writes.";
  finding.locations = {{"counter.cc", 3, "MyCounter::Increment()"},
                       {"counter.cc", 7, "MyCounter::Value()"}};
  finding.threads = {
      {.name = "thread 1",
       .did = "wrote 4 bytes",
       .stack = {{"counter.cc", 3, "MyCounter::Increment()"}, {"counter_check.cc", 20, ""}}},
      {.name = "thread 2",
       .did = "read 4 bytes",
       .locks = {"mutex M1"},
       .stack = {{"counter.cc", 7, "MyCounter::Value()"}}},
  };
  finding.details = "WARNING: ThreadSanitizer: data race (pid=1)";
  finding.story = "labs/09-lost-update/README.md";
  return finding;
}

inline Report FailedReport(std::vector<Finding> findings) {
  Report report = PassedReport();
  report.findings = std::move(findings);
  for (VariantOutcome& variant : report.variants) {
    for (const Finding& finding : report.findings) {
      if (finding.variant == variant.variant && Worse(finding.kind, variant.verdict)) {
        variant.verdict = finding.kind;
      }
    }
  }
  Conclude(report);
  return report;
}

inline Schedule LostUpdateSchedule() {
  return {.threads = {"main", "thread 1", "thread 2"},
          .preemptions = 1,
          .steps = {{1, "counter.cc", 3, "  ++value_;", "reads 0"},
                    {2, "counter.cc", 3, "  ++value_;", "reads 0, writes 1"},
                    {1, "counter.cc", 3, "  ++value_;", "writes 1: the other update is lost"}}};
}

inline std::vector<std::string> CounterSource(std::string_view file) {
  if (file != "counter.cc") return {};
  return {"class MyCounter : public Counter {",
          "  void Increment() override {",
          "    ++value_;",
          "  }",
          "",
          "  int Value() override {",
          "    return value_;",
          "  }",
          "  int value_ = 0;",
          "};"};
}

}  // namespace racelab

#endif  // RACELAB_TESTS_CLI_SAMPLE_REPORTS_H_
