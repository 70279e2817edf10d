// expect: use-after-free
// Members die in reverse order: the data goes before the jthread declared above it has joined.
#include <atomic>
#include <memory>
#include <thread>

struct Owner {
  std::jthread worker;
  std::unique_ptr<std::atomic<int>> data = std::make_unique<std::atomic<int>>(0);
};

int main() {
  Owner owner;
  owner.worker = std::jthread([data = owner.data.get()] { data->store(1); });
}
