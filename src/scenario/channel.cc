#include "channel.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>

namespace racelab::channel {
namespace {

struct Connection {
  int fd = -1;
  std::string nonce;
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
    TheConnection() = {static_cast<int>(fd), end + 1};
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

}  // namespace racelab::channel
