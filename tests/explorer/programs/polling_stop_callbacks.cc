// expect: pass
// Two threads register with one token: the lock inside the token is the library's, which may spin.
#include <stop_token>
#include <thread>

extern "C" void racelab_forbid_polling();

int main() {
  racelab_forbid_polling();
  std::stop_source source;
  const auto registers = [&source] { std::stop_callback callback(source.get_token(), [] {}); };
  std::thread first(registers);
  std::thread second(registers);
  first.join();
  second.join();
}
