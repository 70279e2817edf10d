// expect: pass
// Output from several threads is the program's own affair: no race, and not the explorer's output.
#include <cstdio>
#include <iostream>
#include <thread>

int main() {
  std::thread child([] { std::printf("child\n"); });
  std::cout << "main\n";
  child.join();
}
