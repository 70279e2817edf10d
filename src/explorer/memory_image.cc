#include "memory_image.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace racelab::explorer {

constinit MemoryImage g_image;

namespace {

// Pages that did not change stay clean: comparing is cheaper than writing them all.
constexpr std::size_t kPieceBytes = 4096;

}  // namespace

void MemoryImage::Take(std::vector<AddressRange> ranges) {
  ranges_ = std::move(ranges);
  contents_.clear();
  for (const AddressRange& range : ranges_) {
    contents_.emplace_back(reinterpret_cast<const char*>(range.begin),
                           reinterpret_cast<const char*>(range.end));
  }
}

void MemoryImage::Restore() {
  for (std::size_t i = 0; i < ranges_.size(); ++i) {
    char* memory = reinterpret_cast<char*>(ranges_[i].begin);
    const std::vector<char>& content = contents_[i];
    for (std::size_t at = 0; at < content.size(); at += kPieceBytes) {
      const std::size_t bytes = std::min(kPieceBytes, content.size() - at);
      if (std::memcmp(memory + at, content.data() + at, bytes) != 0) {
        std::memcpy(memory + at, content.data() + at, bytes);
      }
    }
  }
}

}  // namespace racelab::explorer
