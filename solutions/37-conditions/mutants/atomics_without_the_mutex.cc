// YOUR FILE: the only one that is graded.
//
// expect: lost-wakeup
// No data race any more; but nobody releases the mutex, so nobody asks those who wait.
#include <atomic>

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

  void Leave() override { --cars_; }

  void Close() override { closed_ = true; }

  void WaitUntilQuiet() const override {
    const absl::MutexLock lock(&mutex_);
    mutex_.Await(absl::Condition(this, &CityCarPark::IsQuiet));
  }

 private:
  bool MayEnterOrGo() const { return cars_ < places_ || closed_; }
  bool IsQuiet() const { return cars_ == 0 && closed_; }

  const int places_;
  mutable absl::Mutex mutex_;
  std::atomic<int> cars_ = 0;
  int tickets_ = 0;
  std::atomic<bool> closed_ = false;
};

}  // namespace

std::unique_ptr<CarPark> MakeCarPark(int places) { return std::make_unique<CityCarPark>(places); }
