// expect: pass
// What a global still points to at the end is in use, not leaked.
#include <string>
#include <thread>

std::string* cache = nullptr;

int main() {
  std::thread worker([] { cache = new std::string("a string too long for the small buffer"); });
  worker.join();
  return cache->size() > 30 ? 0 : 1;
}
