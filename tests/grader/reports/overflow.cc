// One element too many.
#include <vector>

int main(int argc, char**) {
  int* const block = new int[4]();
  volatile int sink = block[3 + argc];
  (void)sink;
  delete[] block;
  return 0;
}
