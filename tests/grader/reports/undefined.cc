// A signed overflow.
int main(int argc, char**) {
  volatile int big = 0x7fffffff;
  big = big + argc;
  return 0;
}
