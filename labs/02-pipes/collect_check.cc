#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "collect.h"
#include "racelab/faults.h"
#include "racelab/scenario.h"

namespace {

using Reports = std::optional<std::vector<std::string>>;

std::string ShortReport(int job) { return "report of job " + std::to_string(job); }

// Longer than a pipe holds, and different in every part.
std::string WriteLongReport(int job) {
  std::string report;
  for (int line = 0; line < 4300; ++line) {
    report += "job " + std::to_string(job) + " line " + std::to_string(line) + "\n";
  }
  return report;
}

// Written once, before the first child, and not in each of a thousand executions.
const std::string long_reports[] = {WriteLongReport(0), WriteLongReport(1)};

std::string LongReport(int job) { return long_reports[job]; }

void ExpectAll(const Reports& reports, int jobs, std::string (*expected)(int)) {
  ASSERT_TRUE(reports.has_value()) << "every child reported, and nothing was returned";
  ASSERT_EQ(reports->size(), static_cast<size_t>(jobs));
  for (int job = 0; job < jobs; ++job) {
    const std::string& report = (*reports)[static_cast<size_t>(job)];
    const std::string wanted = expected(job);
    EXPECT_EQ(report.size(), wanted.size()) << "length of the report of job " << job;
    EXPECT_TRUE(report == wanted) << "the report of job " << job << " is not what it wrote";
  }
}

TEST(Collector, ReturnsTheReportOfOneChild) {
  racelab::Explore([] { ExpectAll(CollectReports(1, ShortReport), 1, ShortReport); });
}

TEST(Collector, ReturnsTheReportsInTheOrderOfTheJobs) {
  racelab::Explore([] { ExpectAll(CollectReports(3, ShortReport), 3, ShortReport); });
}

TEST(Collector, ReturnsNothingOfNoJobs) {
  racelab::Explore([] {
    const Reports reports = CollectReports(0, ShortReport);
    ASSERT_TRUE(reports.has_value());
    EXPECT_TRUE(reports->empty());
  });
}

TEST(Collector, ReadsEmptyReportsAndZeros) {
  const auto job = [](int number) { return std::string(static_cast<size_t>(number), '\0'); };
  racelab::Explore([job] { ExpectAll(CollectReports(3, job), 3, job); });
}

TEST(Collector, ReadsReportsLongerThanAPipeHolds) {
  racelab::Explore([] { ExpectAll(CollectReports(2, LongReport), 2, LongReport); });
}

TEST(Collector, GoesOnAfterASignal) {
  racelab::InterruptCalls();
  racelab::Explore([] { ExpectAll(CollectReports(2, ShortReport), 2, ShortReport); });
}

TEST(Collector, GoesOnAfterASignalInALongReport) {
  racelab::InterruptCalls();
  racelab::Explore([] { ExpectAll(CollectReports(1, LongReport), 1, LongReport); });
}

TEST(Collector, LeavesNothingBehindWhenTheSystemRefuses) {
  racelab::ExploreFaults({.refuse = true}, [] {
    const Reports reports = CollectReports(3, ShortReport);
    if (racelab::ACallWasRefused()) {
      EXPECT_FALSE(reports.has_value()) << "a call was refused, and reports were returned";
    } else {
      ExpectAll(reports, 3, ShortReport);
    }
  });
}

TEST(Collector, NoticesAChildThatDiesBeforeItsReportIsComplete) {
  racelab::ExploreFaults({.kill = true}, [] {
    const Reports reports = CollectReports(2, ShortReport);
    // A child that was killed after its last byte has reported all the same.
    if (racelab::AChildWasKilled() && !reports.has_value()) return;
    ExpectAll(reports, 2, ShortReport);
  });
}

TEST(Collector, RunsAllJobsAtTheSameTime) {
  racelab::Explore([] {
    const Reports reports = CollectReports(2, [](int) {
      const racelab::Overlap inside("two jobs run at the same time", 2);
      return std::string("done");
    });
    EXPECT_TRUE(reports.has_value());
  });
  EXPECT_REACHABLE("two jobs run at the same time");
}

TEST(Collector, MayBeAskedAgain) {
  racelab::Explore([] {
    ExpectAll(CollectReports(1, ShortReport), 1, ShortReport);
    ExpectAll(CollectReports(2, ShortReport), 2, ShortReport);
  });
}

}  // namespace
