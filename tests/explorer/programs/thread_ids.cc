// expect: pass
// get_id() is the same inside and outside, differs between living threads, and is main's in main.
#include <cassert>
#include <latch>
#include <thread>

int main() {
  const auto mine = std::this_thread::get_id();
  std::thread::id seen[2];
  std::latch both(2);
  auto body = [&](int index) {
    seen[index] = std::this_thread::get_id();
    both.arrive_and_wait();
  };
  std::thread a(body, 0);
  std::thread b(body, 1);
  const auto id_a = a.get_id();
  const auto id_b = b.get_id();
  a.join();
  b.join();
  assert(seen[0] == id_a && seen[1] == id_b);
  assert(id_a != id_b && id_a != mine && id_b != mine);
}
