// expect: pass
// A compare-exchange that is tried again only when another thread came in between.
#include <atomic>
#include <thread>

extern "C" void racelab_forbid_polling();

struct Node {
  int value;
  Node* next;
};

int main() {
  racelab_forbid_polling();
  std::atomic<Node*> head{nullptr};
  Node nodes[4] = {{1, nullptr}, {2, nullptr}, {3, nullptr}, {4, nullptr}};
  const auto push = [&](Node* node) {
    node->next = head.load();
    while (!head.compare_exchange_weak(node->next, node)) {
    }
  };
  std::thread other([&] {
    push(&nodes[0]);
    push(&nodes[1]);
  });
  push(&nodes[2]);
  push(&nodes[3]);
  other.join();
  int sum = 0;
  for (Node* node = head; node != nullptr; node = node->next) sum += node->value;
  return sum == 10 ? 0 : 1;
}
