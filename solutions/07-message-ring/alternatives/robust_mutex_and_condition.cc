// YOUR FILE: the only one that is graded.
//
// A robust mutex and a condition variable, waited for a moment at most, and a
// socket to see the peer. Nobody signals a peer that is gone: glibc may then
// wait for it (answers.md).
#include <poll.h>
#include <pthread.h>
#include <sys/socket.h>
#include <time.h>

#include <cerrno>
#include <new>
#include <system_error>

#include "ring.h"

namespace {

struct Page {
  pthread_mutex_t mutex;
  pthread_cond_t changed;
  std::size_t in = 0;   // Bytes written so far. Guarded by mutex.
  std::size_t out = 0;  // Bytes read so far. Guarded by mutex.
  char bytes[64];       // Guarded by mutex.
};

class SharedRing : public Ring {
 public:
  explicit SharedRing(std::size_t capacity) : capacity_(capacity) {
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends_) != 0) {
      throw std::system_error(errno, std::generic_category(), "socketpair");
    }
    page_ = new (MapShared(sizeof(Page))) Page;
    pthread_mutexattr_t mutex_attributes;
    pthread_mutexattr_init(&mutex_attributes);
    pthread_mutexattr_setpshared(&mutex_attributes, PTHREAD_PROCESS_SHARED);
    pthread_mutexattr_setrobust(&mutex_attributes, PTHREAD_MUTEX_ROBUST);
    pthread_mutex_init(&page_->mutex, &mutex_attributes);
    pthread_mutexattr_destroy(&mutex_attributes);
    pthread_condattr_t attributes;
    pthread_condattr_init(&attributes);
    pthread_condattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED);
    pthread_cond_init(&page_->changed, &attributes);
    pthread_condattr_destroy(&attributes);
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
      Lock();
      while (page_->in - page_->out == capacity_) {
        if (PeerIsGone()) return Unlock(), false;
        Wait();
      }
      // The count comes last: a writer that dies before has written nothing.
      page_->bytes[page_->in % capacity_] = byte;
      ++page_->in;
      Changed();
      Unlock();
    }
    return !PeerIsGone();
  }

  std::size_t Read(char *buffer, std::size_t) override {
    Lock();
    for (;;) {
      const bool gone = PeerIsGone();
      if (page_->in != page_->out) break;
      if (gone) return Unlock(), 0;
      Wait();
    }
    *buffer = page_->bytes[page_->out % capacity_];
    ++page_->out;
    Changed();
    Unlock();
    return 1;
  }

  void Close() override {
    CloseEnd(0);
    CloseEnd(1);
  }

 private:
  // The data is in order at every moment, so there is nothing to repair.
  void Lock() { Repair(pthread_mutex_lock(&page_->mutex)); }
  void Unlock() { pthread_mutex_unlock(&page_->mutex); }

  void Wait() {
    timespec until;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += 10'000'000;
    if (until.tv_nsec >= 1'000'000'000) ++until.tv_sec, until.tv_nsec -= 1'000'000'000;
    Repair(pthread_cond_timedwait(&page_->changed, &page_->mutex, &until));
  }

  void Repair(int result) {
    if (result == EOWNERDEAD) pthread_mutex_consistent(&page_->mutex);
  }

  void Changed() {
    if (!PeerIsGone()) pthread_cond_signal(&page_->changed);
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
  Page *page_;
};

}  // namespace

std::unique_ptr<Ring> MakeRing(std::size_t capacity) {
  return std::make_unique<SharedRing>(capacity);
}
