// expect: use-after-free
// Pop reads head->next after another Pop has deleted the node.
#include <atomic>
#include <thread>

struct Node {
  std::atomic<Node*> next{nullptr};
};

std::atomic<Node*> head{nullptr};

void Push(Node* node) {
  node->next = head.load();
  head = node;
}

void Pop() {
  Node* top = head.load();
  while (top != nullptr && !head.compare_exchange_strong(top, top->next.load())) {
  }
  delete top;
}

int main() {
  Push(new Node);
  Push(new Node);
  std::thread child(Pop);
  Pop();
  child.join();
}
