// YOUR FILE: the only one that is graded.
//
// The standard library: one condition variable, and everybody is woken at every change.
#include <condition_variable>
#include <mutex>

#include "car_park.h"

namespace {

class CityCarPark : public CarPark {
 public:
  explicit CityCarPark(int places) : places_(places) {}

  int Enter() override {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return cars_ < places_ || closed_; });
    if (closed_) return kClosed;
    ++cars_;
    return ++tickets_;
  }

  void Leave() override {
    const std::lock_guard lock(mutex_);
    --cars_;
    changed_.notify_all();
  }

  void Close() override {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    changed_.notify_all();
  }

  void WaitUntilQuiet() const override {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return cars_ == 0 && closed_; });
  }

 private:
  const int places_;
  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  int cars_ = 0;  // These three are guarded by mutex_.
  int tickets_ = 0;
  bool closed_ = false;
};

}  // namespace

std::unique_ptr<CarPark> MakeCarPark(int places) { return std::make_unique<CityCarPark>(places); }
