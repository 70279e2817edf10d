// expect: pass
// The jthread is declared last, so it joins before the data that it uses is destroyed.
#include <atomic>
#include <memory>
#include <thread>

struct Owner {
  std::unique_ptr<std::atomic<int>> data = std::make_unique<std::atomic<int>>(0);
  std::jthread worker;
};

int main() {
  Owner owner;
  owner.worker = std::jthread([data = owner.data.get()] { data->store(1); });
}
