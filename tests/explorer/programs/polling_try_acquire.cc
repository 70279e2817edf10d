// expect: forbidden
// Asks a semaphore for a token until there is one.
#include <semaphore>
#include <thread>

extern "C" void racelab_forbid_polling();

int main() {
  racelab_forbid_polling();
  std::binary_semaphore token(0);
  std::thread other([&] { token.release(); });
  while (!token.try_acquire()) std::this_thread::yield();
  other.join();
}
