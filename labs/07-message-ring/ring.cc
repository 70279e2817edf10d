// YOUR FILE: the only one that is graded.
//
// Messages go round, until one day a process sleeps beside a full ring, or beside a dead peer.
#include "ring.h"

#include <new>
namespace {
struct Page {
  std::atomic<std::size_t> in{0};   // Bytes written so far; the next goes to bytes[in % capacity].
  std::atomic<std::size_t> out{0};  // Bytes read so far.
  std::atomic<bool> closed{false};
  std::atomic<int> changes{0};  // Who waits, waits for a change of this.
  char bytes[64];
};

class SharedRing : public Ring {
 public:
  explicit SharedRing(std::size_t capacity) : capacity_(capacity) {
    page_ = new (MapShared(sizeof(Page))) Page;
  }
  ~SharedRing() override { munmap(page_, sizeof(Page)); }
  void Take(Side) override {}
  bool Write(std::string_view bytes) override {
    for (const char byte : bytes) {
      while (page_->in - page_->out == capacity_ && !page_->closed) Wait();
      if (page_->closed) return false;
      page_->bytes[page_->in % capacity_] = byte;
      ++page_->in;
      Changed();
    }
    return true;
  }
  std::size_t Read(char* buffer, std::size_t) override {
    while (page_->in == page_->out && !page_->closed) Wait();
    if (page_->in == page_->out) return 0;
    *buffer = page_->bytes[page_->out % capacity_];
    ++page_->out;
    Changed();
    return 1;
  }
  void Close() override {
    page_->closed = true;
    Changed();
  }

 private:
  // TODO: never sleep through a change that has come already, nor beside a peer that is gone.
  void Wait() { FutexWait(page_->changes, page_->changes); }
  void Changed() {
    ++page_->changes;
    FutexWake(page_->changes);
  }

  const std::size_t capacity_;
  Page* page_;
};

}  // namespace

std::unique_ptr<Ring> MakeRing(std::size_t cap) { return std::make_unique<SharedRing>(cap); }
