// expect: pass
// A tag beside the index makes every head different: the stale compare_exchange fails.
#include <atomic>
#include <cassert>
#include <thread>

struct alignas(8) Head {
  int node;
  int tag;
};

std::atomic<Head> head{Head{0, 0}};  // the stack is 0 -> 1 -> 2 -> empty (3)
std::atomic<int> next[4] = {1, 2, 3, 3};
std::atomic<int> owners[3];

int Pop() {
  Head top = head.load();
  while (top.node != 3 &&
         !head.compare_exchange_strong(top, Head{next[top.node].load(), top.tag + 1})) {
  }
  if (top.node != 3) owners[top.node].fetch_add(1);
  return top.node;
}

void Push(int node) {
  owners[node].fetch_sub(1);
  Head top = head.load();
  do {
    next[node].store(top.node);
  } while (!head.compare_exchange_strong(top, Head{node, top.tag + 1}));
}

int main() {
  std::thread child([] {
    const int first = Pop();
    Pop();
    if (first != 3) Push(first);
  });
  Pop();
  child.join();
  for (const auto& owner : owners) assert(owner <= 1);
}
