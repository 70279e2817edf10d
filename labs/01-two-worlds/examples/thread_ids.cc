// The classic pair, part two: two threads of one process print their numbers.
//
//   one: process 4711, thread 4712
//   two: process 4711, thread 4713
#include <unistd.h>

#include <cstdio>
#include <latch>
#include <thread>

int main() {
  std::latch both_are_here(2);
  const auto print_ids = [&](const char* name) {
    // Two threads that live at the same time have two numbers. See reused_thread_id.cc.
    both_are_here.arrive_and_wait();
    std::printf("%s: process %d, thread %d\n", name, getpid(), gettid());
  };
  std::thread one(print_ids, "one");
  std::thread two(print_ids, "two");
  one.join();
  two.join();
}
