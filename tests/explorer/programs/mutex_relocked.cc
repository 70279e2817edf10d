// expect: deadlock
// A member function that locks calls another one that locks the same plain mutex.
#include <mutex>

struct Stack {
  std::mutex mutex;
  int size = 1;

  bool Empty() {
    std::lock_guard lock(mutex);
    return size == 0;
  }

  void Pop() {
    std::lock_guard lock(mutex);
    if (!Empty()) --size;
  }
};

int main() {
  Stack stack;
  stack.Pop();
}
