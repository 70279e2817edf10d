// expect: data-race
// The initialization is safe; what is done to the static afterwards is not.
#include <thread>

int Next() {
  static int last = 0;
  return ++last;
}

int main() {
  int theirs = 0;
  std::thread child([&] { theirs = Next(); });
  const int mine = Next();
  child.join();
  return mine > 0 && theirs > 0 ? 0 : 1;
}
