// A data race: a sanitizer that is silent here would pass wrong submissions.
#include <thread>

int planted = 0;

int main() {
  std::thread other([] { ++planted; });
  ++planted;
  other.join();
  return 0;
}
