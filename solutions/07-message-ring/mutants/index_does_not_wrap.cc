// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// The index runs on past the end of the ring.
#include <sys/socket.h>

#include <cerrno>
#include <new>
#include <system_error>

#include "ring.h"

namespace {

struct Page {
  std::atomic<std::size_t> in{0};   // Bytes written so far; the next goes to bytes[in % capacity].
  std::atomic<std::size_t> out{0};  // Bytes read so far.
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

  void Take(Side side) override { CloseEnd(side == Side::kWriter ? 1 : 0); }

  bool Write(std::string_view bytes) override {
    for (const char byte : bytes) {
      while (page_->in - page_->out == capacity_) {
        if (!AwaitNews(0)) return false;
      }
      page_->bytes[page_->in] = byte;
      ++page_->in;
      if (!TellNews(0)) return false;
    }
    return true;
  }

  std::size_t Read(char* buffer, std::size_t most) override {
    while (page_->in == page_->out) {
      if (!AwaitNews(1) && page_->in == page_->out) return 0;
    }
    std::size_t taken = 0;
    for (; taken < most && page_->in != page_->out; ++taken) {
      buffer[taken] = page_->bytes[page_->out % capacity_];
      ++page_->out;
    }
    TellNews(1);
    return taken;
  }

  void Close() override {
    CloseEnd(0);
    CloseEnd(1);
  }

 private:
  bool AwaitNews(int end) {
    char news[16];
    ssize_t bytes = 0;
    do {
      bytes = recv(ends_[end], news, sizeof(news), 0);
    } while (bytes < 0 && errno == EINTR);
    return bytes > 0;
  }

  bool TellNews(int end) {
    return send(ends_[end], "n", 1, MSG_DONTWAIT | MSG_NOSIGNAL) == 1 || errno == EAGAIN;
  }

  void CloseEnd(int end) {
    if (ends_[end] >= 0) close(ends_[end]);
    ends_[end] = -1;
  }

  const std::size_t capacity_;
  int ends_[2];  // 0: the writer's, 1: the reader's
  Page* page_;
};

}  // namespace

std::unique_ptr<Ring> MakeRing(std::size_t capacity) {
  return std::make_unique<SharedRing>(capacity);
}
