// YOUR FILE: the only one that is graded.
//
// absl::Mutex wakes a waiting thread when its condition has become true: there is no signal to
// forget. And yet cars wait at the barrier of a car park that has free places.
#include "car_park.h"

#include "absl/synchronization/mutex.h"

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

  // TODO: see to it that whoever waits is woken, and that no two threads meet on these numbers.
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
  int cars_ = 0;
  int tickets_ = 0;
  bool closed_ = false;
};

}  // namespace

std::unique_ptr<CarPark> MakeCarPark(int places) { return std::make_unique<CityCarPark>(places); }
