// YOUR FILE: the only one that is graded.
//
// expect: leak
// A list that outlives all shops keeps each Print alive, so that no thread can miss it.
#include <list>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "copy_shop.h"

namespace {

class CornerShop : public CopyShop {
 public:
  explicit CornerShop(Print print) {
    const std::lock_guard lock(prints_mutex);
    print_ = &prints.emplace_back(std::move(print));
  }

  ~CornerShop() override {
    for (std::thread& clerk : clerks_) clerk.join();
  }

  void Order(const std::string& page) override {
    const std::lock_guard lock(mutex_);
    clerks_.emplace_back([this, page] { (*print_)(page); });
  }

 private:
  static inline std::mutex prints_mutex;
  static inline std::list<Print> prints;  // Guarded by prints_mutex.

  const Print* print_;
  std::mutex mutex_;
  std::vector<std::thread> clerks_;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<CopyShop> MakeCopyShop(Print print) {
  return std::make_unique<CornerShop>(std::move(print));
}
