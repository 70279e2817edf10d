// YOUR FILE: the only one that is graded.
//
// Abseil's condition variables: a loop around each wait, and a signal for each change that somebody
// waits for.
#include "absl/synchronization/mutex.h"
#include "car_park.h"

namespace {

class CityCarPark : public CarPark {
 public:
  explicit CityCarPark(int places) : places_(places) {}

  int Enter() override {
    const absl::MutexLock lock(&mutex_);
    while (cars_ >= places_ && !closed_) place_or_closed_.Wait(&mutex_);
    if (closed_) return kClosed;
    ++cars_;
    return ++tickets_;
  }

  void Leave() override {
    const absl::MutexLock lock(&mutex_);
    --cars_;
    place_or_closed_.Signal();  // One place: one car.
    if (cars_ == 0) quiet_.SignalAll();
  }

  void Close() override {
    const absl::MutexLock lock(&mutex_);
    closed_ = true;
    place_or_closed_.SignalAll();
    quiet_.SignalAll();
  }

  void WaitUntilQuiet() const override {
    const absl::MutexLock lock(&mutex_);
    while (cars_ > 0 || !closed_) quiet_.Wait(&mutex_);
  }

 private:
  const int places_;
  mutable absl::Mutex mutex_;
  int cars_ = 0;  // These three are guarded by mutex_.
  int tickets_ = 0;
  bool closed_ = false;
  absl::CondVar place_or_closed_;
  mutable absl::CondVar quiet_;
};

}  // namespace

std::unique_ptr<CarPark> MakeCarPark(int places) { return std::make_unique<CityCarPark>(places); }
