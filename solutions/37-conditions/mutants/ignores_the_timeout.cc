// YOUR FILE: the only one that is graded.
//
// expect: data-race
// The wait is cut short, and the car goes in whether or not there is a place; two meet inside.
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "car_park.h"

namespace {

class CityCarPark : public CarPark {
 public:
  explicit CityCarPark(int places) : places_(places) {}

  int Enter() override {
    const absl::MutexLock lock(&mutex_);
    mutex_.AwaitWithTimeout(absl::Condition(this, &CityCarPark::MayEnterOrGo),
                            absl::Milliseconds(1));
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
    mutex_.Await(absl::Condition(this, &CityCarPark::IsQuiet));
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
