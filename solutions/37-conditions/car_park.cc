// YOUR FILE: the only one that is graded.
//
// Whatever a condition reads changes under the mutex, whose release then asks those who wait.
#include "car_park.h"

#include "absl/base/thread_annotations.h"
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

  // The end of the scope releases the mutex: that is when the waiting threads' conditions are
  // asked.
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
  bool MayEnterOrGo() const ABSL_SHARED_LOCKS_REQUIRED(mutex_) {
    return cars_ < places_ || closed_;
  }
  bool IsQuiet() const ABSL_SHARED_LOCKS_REQUIRED(mutex_) { return cars_ == 0 && closed_; }

  const int places_;
  mutable absl::Mutex mutex_;
  int cars_ ABSL_GUARDED_BY(mutex_) = 0;
  int tickets_ ABSL_GUARDED_BY(mutex_) = 0;
  bool closed_ ABSL_GUARDED_BY(mutex_) = false;
};

}  // namespace

std::unique_ptr<CarPark> MakeCarPark(int places) { return std::make_unique<CityCarPark>(places); }
