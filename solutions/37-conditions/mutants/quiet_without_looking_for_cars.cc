// YOUR FILE: the only one that is graded.
//
// expect: data-race
// The guard waits for the closing only: he goes while a car is inside, and sees what it has half
// done.
#include "absl/synchronization/mutex.h"
#include "car_park.h"

namespace {

class CityCarPark : public CarPark {
 public:
  explicit CityCarPark(int places) : places_(places) {}

  int Enter() override {
    const absl::MutexLock lock(&mutex_);
    mutex_.Await(absl::Condition(this, &CityCarPark::MayEnterOrGo));
    if (closed_) return kClosed;
    ++cars_;
    return ++tickets_;
  }

  void Leave() override {
    const absl::MutexLock lock(&mutex_);
    --cars_;
  }

  void Close() override {
    const absl::MutexLock lock(&mutex_);
    closed_ = true;
  }

  void WaitUntilQuiet() const override {
    const absl::MutexLock lock(&mutex_);
    mutex_.Await(absl::Condition(&closed_));
  }

 private:
  bool MayEnterOrGo() const { return cars_ < places_ || closed_; }
  bool IsQuiet() const { return cars_ == 0 && closed_; }

  const int places_;
  mutable absl::Mutex mutex_;
  int cars_ = 0;  // These three are guarded by mutex_.
  int tickets_ = 0;
  bool closed_ = false;
};

}  // namespace

std::unique_ptr<CarPark> MakeCarPark(int places) { return std::make_unique<CityCarPark>(places); }
