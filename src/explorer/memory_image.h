// The variables of the program under test as they were before the first execution, put back before
// each: globals and function statics start afresh.
#ifndef RACELAB_EXPLORER_MEMORY_IMAGE_H_
#define RACELAB_EXPLORER_MEMORY_IMAGE_H_

#include <cstdint>
#include <vector>

#include "execution.h"

namespace racelab::explorer {

class MemoryImage {
 public:
  // Remembers the current content of `ranges`.
  void Take(std::vector<AddressRange> ranges);
  bool taken() const { return !ranges_.empty(); }
  void Restore();
  bool Covers(std::uintptr_t address) const {
    for (const AddressRange& range : ranges_) {
      if (address - range.begin < range.end - range.begin) return true;
    }
    return false;
  }
  const std::vector<AddressRange>& ranges() const { return ranges_; }

 private:
  std::vector<AddressRange> ranges_;
  std::vector<std::vector<char>> contents_;
};

extern MemoryImage g_image;

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_MEMORY_IMAGE_H_
