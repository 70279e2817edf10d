// expect: pass
// The exception crosses by exception_ptr, ordered by the join, and is rethrown in the parent.
#include <cassert>
#include <exception>
#include <stdexcept>
#include <thread>

int main() {
  std::exception_ptr error;
  std::thread child([&] {
    try {
      throw std::runtime_error("carried");
    } catch (...) {
      error = std::current_exception();
    }
  });
  child.join();
  bool caught = false;
  try {
    if (error) std::rethrow_exception(error);
  } catch (const std::runtime_error&) {
    caught = true;
  }
  assert(caught);
}
