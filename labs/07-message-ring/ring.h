// The contract of lab 07: a bounded ring of bytes in shared memory, from one process to another.
//
// Example:
//   std::unique_ptr<Ring> ring = MakeRing(4);
//   if (fork() == 0) {
//     ring->Take(Side::kWriter);
//     ring->Write("hello");  // waits until the reader has taken at least one byte
//     ring->Close();
//     _exit(0);
//   }
//   ring->Take(Side::kReader);
//   char buffer[8];
//   ring->Read(buffer, 8);  // 1 to 4 bytes of "hello"; at the end of all, 0
#ifndef LABS_07_MESSAGE_RING_RING_H_
#define LABS_07_MESSAGE_RING_RING_H_

#include <linux/futex.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cstddef>
#include <memory>
#include <string_view>

enum class Side { kWriter, kReader };

// Processes: a ring is made before fork(). Then exactly two processes, of which the maker may be
// one, take a side each: one writes, one reads. Neither may call anything else before.
//
// The end: a process leaves the ring by Close(), or by ending, in whatever way: it may be killed at
// any point, also before it has taken its side. The other one notices and does not wait for it.
//
// Memory order: what the writer did before Write() happens-before what the reader does after the
// Read() that returned the bytes.
class Ring {
 public:
  virtual ~Ring() = default;

  // Call once, in each of the two processes.
  virtual void Take(Side side) = 0;

  // For the writer. Puts all of `bytes` into the ring, in order, and waits for room as often as
  // needed. False when the reader has left before everything had room.
  [[nodiscard]] virtual bool Write(std::string_view bytes) = 0;

  // For the reader. Takes out up to `most` (1 or more) bytes, in the order in which they came in,
  // and returns how many: at least 1, and no more than are there. Waits while the ring is empty.
  // Returns 0 when it is empty and the writer has left: what was written before is never lost.
  [[nodiscard]] virtual std::size_t Read(char* buffer, std::size_t most) = 0;

  // Leaves the ring. Afterwards only the destructor may be called. The destructor closes as well.
  virtual void Close() = 0;
};

// Makes an empty ring for at most `capacity` bytes at a time, 1 to 64.
std::unique_ptr<Ring> MakeRing(std::size_t capacity);

// Tools that an answer may use, or not. Shared memory full of zeros, for this process and for those
// it forks; MAP_FAILED when there is none.
inline void* MapShared(std::size_t bytes) {
  return mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
}

// Sleeps until FutexWake(word), between processes too. Returns at once if `word` is not `expected`,
// and may return for no reason. Nobody else wakes a sleeper: not even the death of its peer.
inline void FutexWait(std::atomic<int>& word, int expected) {
  syscall(SYS_futex, &word, FUTEX_WAIT, expected, nullptr, nullptr, 0);
}
inline void FutexWake(std::atomic<int>& word) {
  syscall(SYS_futex, &word, FUTEX_WAKE, 1, nullptr, nullptr, 0);
}

#endif  // LABS_07_MESSAGE_RING_RING_H_
