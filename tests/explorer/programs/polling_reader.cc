// expect: forbidden
// A reader that takes the reader-writer lock until the writer has written.
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <thread>

extern "C" void racelab_forbid_polling();

struct Page {
  std::shared_mutex mutex;
  int version = 0;
};

int main() {
  racelab_forbid_polling();
  auto page = std::make_unique<Page>();
  std::thread writer([&] {
    std::unique_lock lock(page->mutex);
    page->version = 1;
  });
  const auto version = [&] {
    std::shared_lock lock(page->mutex);
    return page->version;
  };
  while (version() == 0) {
  }
  writer.join();
}
