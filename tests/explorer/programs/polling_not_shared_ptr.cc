// expect: pass
// atomic<shared_ptr> spins inside of the library, for as long as a copy takes.
#include <atomic>
#include <memory>
#include <thread>

extern "C" void racelab_forbid_polling();

int main() {
  racelab_forbid_polling();
  std::atomic<std::shared_ptr<int>> current{std::make_shared<int>(1)};
  std::thread writer([&] { current.store(std::make_shared<int>(2)); });
  const int first = *current.load();
  const int second = *current.load();
  writer.join();
  return first <= second ? 0 : 1;
}
