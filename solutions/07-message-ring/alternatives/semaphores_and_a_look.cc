// YOUR FILE: the only one that is graded.
//
// Two semaphores that carry the news, waited for a moment at most, and a socket to see the peer.
#include <poll.h>
#include <semaphore.h>
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
  sem_t news[2];                    // For the writer, for the reader.
  char bytes[64];
};

class SharedRing : public Ring {
 public:
  explicit SharedRing(std::size_t capacity) : capacity_(capacity) {
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends_) != 0) {
      throw std::system_error(errno, std::generic_category(), "socketpair");
    }
    page_ = new (MapShared(sizeof(Page))) Page;
    for (sem_t& news : page_->news) sem_init(&news, /*pshared=*/1, 0);
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
        if (page_->in - page_->out < capacity_) break;
        if (PeerIsGone()) return false;
        Wait();
      }
      page_->bytes[page_->in % capacity_] = byte;
      ++page_->in;
      Changed();
    }
    return !PeerIsGone();
  }

  std::size_t Read(char* buffer, std::size_t) override {
    for (;;) {
      const bool gone = PeerIsGone();
      if (page_->in != page_->out) break;
      if (gone) return 0;
      Wait();
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
  // A semaphore remembers news that came before. A moment at most: a killed peer posts nothing.
  void Wait() {
    timespec until;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += 10'000'000;
    if (until.tv_nsec >= 1'000'000'000) ++until.tv_sec, until.tv_nsec -= 1'000'000'000;
    sem_timedwait(&page_->news[side_], &until);
  }

  void Changed() { sem_post(&page_->news[1 - side_]); }

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
