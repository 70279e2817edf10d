// Why two different threads can show the same id.
//
// std::this_thread::get_id() is, underneath, the address of the thread's control block, at the end
// of its stack. When a thread has ended and been joined, its stack is kept for the next one, and so
// is the address. The kernel's number (gettid) is counted up instead, and differs. An id names a
// thread for as long as it lives; it is no name for ever.
//
//   one after the other: ids are the same, kernel numbers differ
//   at the same time: ids differ, kernel numbers differ
#include <unistd.h>

#include <cstdio>
#include <functional>
#include <latch>
#include <thread>

namespace {

struct Ids {
  std::thread::id of_library;
  pid_t of_kernel = 0;
};

void Compare(const char* when, const Ids& a, const Ids& b) {
  std::printf("%s: ids %s, kernel numbers %s\n", when,
              a.of_library == b.of_library ? "are the same" : "differ",
              a.of_kernel == b.of_kernel ? "are the same" : "differ");
}

}  // namespace

int main() {
  Ids first, second;
  const auto note = [](Ids& ids) { ids = {std::this_thread::get_id(), gettid()}; };
  std::thread(note, std::ref(first)).join();  // Has ended before the next one starts.
  std::thread(note, std::ref(second)).join();
  Compare("one after the other", first, second);

  std::latch both_are_here(2);
  const auto meet = [&](Ids& ids) {
    note(ids);
    both_are_here.arrive_and_wait();
  };
  std::thread one(meet, std::ref(first));
  std::thread two(meet, std::ref(second));
  one.join();
  two.join();
  Compare("at the same time", first, second);
}
