#include "channel.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>

namespace racelab::channel {
namespace {

using nlohmann::json;

struct Connection {
  int fd = -1;
  std::string nonce;
  std::string alive;  // the record of Alive()
};

Connection& TheConnection() {
  static Connection* const connection = new Connection;
  return *connection;
}

void WriteAll(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;  // The judge is gone; there is nobody to tell.
    bytes.remove_prefix(static_cast<size_t>(written));
  }
}

}  // namespace

void Open() {
  const char* const value = std::getenv("RACELAB_CHANNEL");
  if (value == nullptr) return;
  char* end = nullptr;
  const long fd = std::strtol(value, &end, 10);
  if (*end == ':' && fcntl(static_cast<int>(fd), F_SETFD, FD_CLOEXEC) == 0) {
    const json alive = {{"nonce", end + 1}, {"type", "alive"}};
    TheConnection() = {static_cast<int>(fd), end + 1, alive.dump() + "\n"};
  }
  unsetenv("RACELAB_CHANNEL");
}

bool Judged() { return TheConnection().fd >= 0; }

void Emit(std::string_view type, const nlohmann::json& fields) {
  if (!Judged()) return;
  nlohmann::json record = fields;
  record["nonce"] = TheConnection().nonce;
  record["type"] = type;
  // A submission may hand us any bytes: replace what is not UTF-8 instead of throwing.
  std::string line = record.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
  // One write a line: lines of several threads do not mix (POSIX: up to PIPE_BUF bytes).
  WriteAll(TheConnection().fd, line);
}

void Alive() {
  using Clock = std::chrono::steady_clock;
  static Clock::time_point last;
  const Clock::time_point now = Clock::now();
  if (!Judged() || now - last < std::chrono::milliseconds(200)) return;
  last = now;
  WriteAll(TheConnection().fd, TheConnection().alive);
}

}  // namespace racelab::channel
