// YOUR FILE: the only one that is graded.
//
// expect: data-race
// A split-off body takes the sum of one that is at work: counted twice, and read while it is
// written.
#include <cstdint>

#include "ballots.h"
#include "oneapi/tbb/blocked_range.h"
#include "oneapi/tbb/parallel_reduce.h"

namespace {

class Votes {
 public:
  explicit Votes(const OpenBox& open_box) : open_box_(open_box) {}
  Votes(Votes& other, tbb::split) : open_box_(other.open_box_), sum_(other.sum_) {}

  void operator()(const tbb::blocked_range<int>& range) {
    for (int station = range.begin(); station != range.end(); ++station) {
      sum_ += open_box_(station);
    }
  }

  void join(const Votes& right) { sum_ += right.sum_; }

  std::int64_t sum() const { return sum_; }

 private:
  const OpenBox& open_box_;
  std::int64_t sum_ = 0;
};

}  // namespace

std::int64_t CountVotes(int stations, const OpenBox& open_box) {
  Votes votes(open_box);
  tbb::parallel_reduce(tbb::blocked_range<int>(0, stations), votes);
  return votes.sum();
}
