// YOUR FILE: the only one that is graded.
//
// Closing is a request to stop, and condition_variable_any waits for that as well.
#include <condition_variable>
#include <deque>
#include <mutex>
#include <stop_token>

#include "shelf.h"

namespace {

class BakeryShelf : public Shelf {
 public:
  explicit BakeryShelf(int places) : places_(static_cast<std::size_t>(places)) {}

  bool Put(int loaf) override {
    std::unique_lock lock(mutex_);
    not_full_.wait(lock, closed_.get_token(), [this] { return loaves_.size() < places_; });
    if (closed_.stop_requested()) return false;
    loaves_.push_back(loaf);
    not_empty_.notify_one();
    return true;
  }

  std::optional<int> Take() override {
    std::unique_lock lock(mutex_);
    if (!not_empty_.wait(lock, closed_.get_token(), [this] { return !loaves_.empty(); })) {
      return std::nullopt;
    }
    const int loaf = loaves_.front();
    loaves_.pop_front();
    not_full_.notify_one();
    return loaf;
  }

  void Close() override {
    // With the mutex, as Put() looks and puts in one section.
    const std::lock_guard lock(mutex_);
    closed_.request_stop();
  }

 private:
  const std::size_t places_;
  std::mutex mutex_;
  std::condition_variable_any not_full_;
  std::condition_variable_any not_empty_;
  std::deque<int> loaves_;
  std::stop_source closed_;
};

}  // namespace

std::unique_ptr<Shelf> MakeShelf(int places) { return std::make_unique<BakeryShelf>(places); }
