// YOUR FILE: the only one that is graded.
//
// expect: resource-leak
// The name stays in /dev/shm when all processes are gone, and with it the memory.
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <new>
#include <string>
#include <system_error>

#include "tally.h"

namespace {

struct Page {
  std::atomic<int> total{0};
};

class SharedTally : public Tally {
 public:
  SharedTally() {
    static int made = 0;
    const std::string name = "/tally-" + std::to_string(getpid()) + "-" + std::to_string(made++);
    const int fd = shm_open(name.c_str(), O_CREAT | O_EXCL | O_RDWR, 0600);
    if (fd < 0 || ftruncate(fd, sizeof(Page)) != 0) {
      throw std::system_error(errno, std::generic_category(), "shm_open");
    }
    void* const memory = mmap(nullptr, sizeof(Page), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    close(fd);
    if (memory == MAP_FAILED) throw std::system_error(errno, std::generic_category(), "mmap");
    page_ = new (memory) Page;
  }

  ~SharedTally() override { munmap(page_, sizeof(Page)); }

  void Add(int votes) override { page_->total.fetch_add(votes); }

  int Total() const override { return page_->total.load(); }

 private:
  Page* page_;
};

}  // namespace

std::unique_ptr<Tally> MakeTally() { return std::make_unique<SharedTally>(); }
