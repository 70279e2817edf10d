// YOUR FILE: the only one that is graded.
//
// expect: data-race
// waits for: explorer
// `if` for `while`: whoever is woken goes in, though another car may have been faster; they meet
// inside.
#include "absl/synchronization/mutex.h"
#include "car_park.h"

namespace {

class CityCarPark : public CarPark {
 public:
  explicit CityCarPark(int places) : places_(places) {}

  int Enter() override {
    const absl::MutexLock lock(&mutex_);
    if (cars_ >= places_ && !closed_) changed_.Wait(&mutex_);
    if (closed_) return kClosed;
    ++cars_;
    return ++tickets_;
  }

  void Leave() override {
    const absl::MutexLock lock(&mutex_);
    --cars_;
    changed_.SignalAll();
  }

  void Close() override {
    const absl::MutexLock lock(&mutex_);
    closed_ = true;
    changed_.SignalAll();
  }

  void WaitUntilQuiet() const override {
    const absl::MutexLock lock(&mutex_);
    while (cars_ > 0 || !closed_) changed_.Wait(&mutex_);
  }

 private:
  const int places_;
  mutable absl::Mutex mutex_;
  int cars_ = 0;  // These three are guarded by mutex_.
  int tickets_ = 0;
  bool closed_ = false;
  mutable absl::CondVar changed_;
};

}  // namespace

std::unique_ptr<CarPark> MakeCarPark(int places) { return std::make_unique<CityCarPark>(places); }
