// expect: pass
// The last of the two owners deletes: acq_rel reference counting makes detaching safe.
#include <atomic>
#include <thread>

struct Shared {
  std::atomic<int> owners{2};
  int payload = 7;
};

void Drop(Shared* shared) {
  if (shared->owners.fetch_sub(1, std::memory_order_acq_rel) == 1) delete shared;
}

// A static root keeps the object reachable in the schedules in which the process ends first.
std::atomic<Shared*> root{nullptr};

int main() {
  auto* shared = new Shared;
  root = shared;
  std::thread([shared] { Drop(shared); }).detach();
  const int seen = shared->payload;
  Drop(shared);
  return seen == 7 ? 0 : 1;
}
