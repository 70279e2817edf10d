#include "search.h"

#include <algorithm>

namespace racelab::faults {
namespace {

constexpr int kExecutionsMax = 800;
constexpr int kPairsMax = 80;
constexpr int kReverseMax = 60;
constexpr int kUndisturbedExecutions = 10;
constexpr int kLivelocksMax = 3;  // each takes as long as hundreds of others
constexpr size_t kFoundMax = 8;
constexpr std::uint16_t kAllActions = 0xffff;

class Search {
 public:
  Search(const std::function<void()>& body, const Settings& settings)
      : body_(body), settings_(settings) {}

  Execution Try(const Plan& plan) {
    ++result_.executions;
    settings_.before_execution();
    Execution execution = Execute(body_, plan, settings_);
    for (const Defect& defect : execution.defects) {
      Keep(defect, plan, execution);
      livelocks_ += defect.kind == "livelock" ? 1 : 0;
    }
    return execution;
  }

  // All of `plans`, or when there are more than `most`, as many at even distances.
  void TryAll(const std::vector<Plan>& plans, int most, std::vector<Plan>* pairs) {
    most = std::min(most, kExecutionsMax - result_.executions);
    const int all = static_cast<int>(plans.size());
    if (all > most) result_.exhaustive = false;
    const int tried = std::min(all, std::max(most, 0));
    for (int i = 0; i < tried && livelocks_ < kLivelocksMax; ++i) {
      const Plan& plan = plans[static_cast<size_t>(std::int64_t{i} * all / tried)];
      const Execution execution = Try(plan);
      if (pairs == nullptr || plan.faults.back().action != kPause) continue;
      for (Plan& pair : PlansWithOneMore(plan, execution, kPause | kKill | kTimeout)) {
        if (pair.faults[0].process == pair.faults[1].process) continue;
        (pair.faults[1].action == kTimeout ? timeouts_ : *pairs).push_back(std::move(pair));
      }
    }
  }

  SearchResult result_;
  std::vector<Plan> timeouts_;  // pairs: one is stopped, and another's patience ends

 private:
  // The same defect shows in many executions; the first is told.
  void Keep(const Defect& defect, const Plan& plan, const Execution& execution) {
    for (const Found& found : result_.found) {
      const bool same_place =
          found.defect.pcs.empty() || defect.pcs.empty() ||
          (found.defect.pcs[0] == defect.pcs[0] && found.defect.line == defect.line);
      if (found.defect.kind == defect.kind && same_place) return;
    }
    if (result_.found.size() < kFoundMax) result_.found.push_back({defect, plan, execution});
  }

  const std::function<void()>& body_;
  const Settings settings_;
  int livelocks_ = 0;
};

}  // namespace

SearchResult SearchFaults(const std::function<void()>& body, const Settings& settings) {
  Search search(body, settings);
  const Plan oldest{Order::kOldestFirst, {}};
  const Plan youngest{Order::kYoungestFirst, {}};
  std::vector<Plan> pairs;
  const Execution base = search.Try(oldest);
  search.TryAll(PlansWithOneMore(oldest, base, kAllActions), kExecutionsMax, &pairs);
  if (base.processes.size() > 1) {
    const Execution reverse = search.Try(youngest);
    search.TryAll(PlansWithOneMore(youngest, reverse, kPause | kKill), kReverseMax, nullptr);
  }
  if (search.result_.found.empty()) {
    search.TryAll(search.timeouts_, kPairsMax, nullptr);
    search.TryAll(pairs, kPairsMax, nullptr);
  }
  SearchResult& result = search.result_;
  result.text = std::to_string(result.executions) +
                " executions: every fault and every pause at each of " +
                std::to_string(base.steps.size()) + " steps" +
                (pairs.empty()       ? ""
                 : result.exhaustive ? ", every pair of pauses"
                                     : ", and pairs of pauses");
  return std::move(search.result_);
}

SearchResult RunUndisturbed(const std::function<void()>& body, const Settings& settings) {
  Search search(body, settings);
  for (int i = 0; i < kUndisturbedExecutions && search.result_.found.empty(); ++i) search.Try({});
  return std::move(search.result_);
}

}  // namespace racelab::faults
