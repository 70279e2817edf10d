#include "contrast/world.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace racelab::contrast {

void Die(const char* call) {
  std::fprintf(stderr, "racelab-contrast: %s failed: %s. Nothing was measured.\n", call,
               std::strerror(errno));
  _exit(4);
}

Peer::Peer(World world, std::function<void()> work) : pid_(getpid()) {
  if (world == World::kThread) {
    thread_ = std::thread(std::move(work));
    return;
  }
  pid_ = fork();
  if (pid_ < 0) Die("fork");
  if (pid_ == 0) {
    work();
    _exit(0);
  }
  child_waits_ = true;
}

int Peer::Wait() {
  if (thread_.joinable()) thread_.join();
  if (child_waits_) {
    while (waitpid(pid_, &status_, 0) < 0 && errno == EINTR) {
    }
    child_waits_ = false;
  }
  return status_;
}

}  // namespace racelab::contrast
