// expect: leak
// Two objects own each other: their counts never reach zero, under any schedule.
#include <memory>
#include <thread>

struct Node {
  std::shared_ptr<Node> other;
};

int main() {
  std::thread child([] {
    auto a = std::make_shared<Node>();
    auto b = std::make_shared<Node>();
    a->other = b;
    b->other = a;
  });
  child.join();
}
