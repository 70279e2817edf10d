// expect: forbidden
// Takes the lock, looks, lets go and yields; it copies what it looks at, too.
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

extern "C" void racelab_forbid_polling();

struct Box {
  std::mutex mutex;
  std::vector<int> values;
};

int main() {
  racelab_forbid_polling();
  auto box = std::make_unique<Box>();
  box->values = {0};
  std::thread other([&] {
    std::lock_guard lock(box->mutex);
    box->values.push_back(1);
  });
  for (bool done = false; !done;) {
    std::vector<int> copy;
    {
      std::lock_guard lock(box->mutex);
      copy = box->values;
    }
    done = copy.size() == 2;
    if (!done) std::this_thread::yield();
  }
  other.join();
}
