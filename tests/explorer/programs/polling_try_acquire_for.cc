// expect: forbidden
// Waits for a token, but not for ever.
#include <chrono>
#include <semaphore>
#include <thread>

extern "C" void racelab_forbid_polling();

int main() {
  racelab_forbid_polling();
  std::counting_semaphore<4> tokens(0);
  std::thread other([&] { tokens.release(); });
  while (!tokens.try_acquire_for(std::chrono::seconds(1))) {
  }
  other.join();
}
