// YOUR FILE: the only one that is graded.
//
// Quiet comes once and stays, which is what a Notification is for; cars still wait for a condition.
#include "absl/synchronization/notification.h"

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
    TellTheGuard();
  }

  void Close() override {
    const absl::MutexLock lock(&mutex_);
    closed_ = true;
    TellTheGuard();
  }

  void WaitUntilQuiet() const override { quiet_.WaitForNotification(); }

 private:
  bool MayEnterOrGo() const { return cars_ < places_ || closed_; }

  // Requires mutex_. Notified once: only who closes or leaves can make it quiet, and only once.
  void TellTheGuard() {
    if (cars_ > 0 || !closed_ || quiet_.HasBeenNotified()) return;
    quiet_.Notify();
  }

  const int places_;
  mutable absl::Mutex mutex_;
  int cars_ = 0;  // These three are guarded by mutex_.
  int tickets_ = 0;
  bool closed_ = false;
  absl::Notification quiet_;
};

}  // namespace

std::unique_ptr<CarPark> MakeCarPark(int places) { return std::make_unique<CityCarPark>(places); }
