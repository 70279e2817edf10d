// YOUR FILE: the only one that is graded.
//
// The same with a body: a copy for each piece that another thread takes, joined afterwards.
#include <cstdint>

#include "ballots.h"
#include "oneapi/tbb/blocked_range.h"
#include "oneapi/tbb/parallel_reduce.h"

namespace {

class Votes {
 public:
  explicit Votes(const OpenBox& open_box) : open_box_(open_box) {}

  // The other body may be at work meanwhile: take nothing of its sum.
  Votes(Votes& other, tbb::split) : open_box_(other.open_box_) {}

  // May be called for several ranges one after another: the sum goes on.
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
