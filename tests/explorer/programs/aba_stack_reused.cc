// expect: wrong-value
// A node comes back between load and compare_exchange: the head is set to a node already taken.
#include <atomic>
#include <cassert>
#include <thread>

std::atomic<int> head{0};  // index of the top node; the stack is 0 -> 1 -> 2 -> empty
std::atomic<int> next[4] = {1, 2, 3, 3};
std::atomic<int> owners[3];

int Pop() {
  int top = head.load();
  while (top != 3 && !head.compare_exchange_strong(top, next[top].load())) {
  }
  if (top != 3) owners[top].fetch_add(1);
  return top;
}

void Push(int node) {
  owners[node].fetch_sub(1);
  int top = head.load();
  do {
    next[node].store(top);
  } while (!head.compare_exchange_strong(top, node));
}

int main() {
  std::thread child([] {
    const int first = Pop();
    Pop();
    if (first != 3) Push(first);
  });
  Pop();
  Pop();
  child.join();
  for (const auto& owner : owners) assert(owner <= 1);
}
