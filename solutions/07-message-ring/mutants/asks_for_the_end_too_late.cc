// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// Empty, then gone: between the two questions the writer wrote its last bytes and left.
#include <poll.h>
#include <sys/socket.h>
#include <time.h>

#include <cerrno>
#include <new>
#include <system_error>

#include "ring.h"

namespace {

struct Page {
  std::atomic<std::size_t> in{0};   // Bytes written so far; the next goes to bytes[in % capacity].
  std::atomic<std::size_t> out{0};  // Bytes read so far.
  std::atomic<int> changes{0};      // Who waits, waits for a change of this.
  char bytes[64];
};

class SharedRing : public Ring {
 public:
  explicit SharedRing(std::size_t capacity) : capacity_(capacity) {
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends_) != 0) {
      throw std::system_error(errno, std::generic_category(), "socketpair");
    }
    page_ = new (MapShared(sizeof(Page))) Page;
  }

  ~SharedRing() override {
    Close();
    munmap(page_, sizeof(Page));
  }

  void Take(Side side) override {
    side_ = side == Side::kWriter ? 0 : 1;
    CloseEnd(1 - side_);
  }

  bool Write(std::string_view bytes) override {
    for (const char byte : bytes) {
      for (;;) {
        const int seen = page_->changes;
        if (page_->in - page_->out < capacity_) break;
        if (PeerIsGone()) return false;
        Wait(seen);
      }
      page_->bytes[page_->in % capacity_] = byte;
      ++page_->in;
      Changed();
    }
    return !PeerIsGone();
  }

  std::size_t Read(char* buffer, std::size_t) override {
    for (;;) {
      const int seen = page_->changes;
      if (page_->in != page_->out) break;
      if (PeerIsGone()) return 0;
      Wait(seen);
    }
    *buffer = page_->bytes[page_->out % capacity_];
    ++page_->out;
    Changed();
    return 1;
  }

  void Close() override {
    CloseEnd(0);
    CloseEnd(1);
    Changed();
  }

 private:
  // Sleeps unless something has changed since `seen` was read, and a moment at most: a peer that is
  // killed wakes nobody.
  void Wait(int seen) {
    const timespec moment = {0, 10'000'000};
    syscall(SYS_futex, &page_->changes, FUTEX_WAIT, seen, &moment, nullptr, 0);
  }

  void Changed() {
    ++page_->changes;
    FutexWake(page_->changes);
  }

  // Nothing is ever sent: the socket only tells when the peer's end is closed.
  bool PeerIsGone() const {
    pollfd end = {ends_[side_], POLLIN, 0};
    return poll(&end, 1, 0) == 1;
  }

  void CloseEnd(int end) {
    if (ends_[end] >= 0) close(ends_[end]);
    ends_[end] = -1;
  }

  const std::size_t capacity_;
  int ends_[2];
  int side_ = 0;
  Page* page_;
};

}  // namespace

std::unique_ptr<Ring> MakeRing(std::size_t capacity) {
  return std::make_unique<SharedRing>(capacity);
}
