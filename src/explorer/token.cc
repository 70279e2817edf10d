#include "token.h"

#include <algorithm>
#include <cctype>

namespace racelab::explorer {
namespace {

constexpr std::string_view kPrefix = "RL1-";
constexpr std::string_view kDigits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

constexpr std::uint64_t kNoRaces = 1;
constexpr std::uint64_t kFair = 2;
constexpr std::uint64_t kVisible = 4;
constexpr std::uint64_t kAlone = 8;

using Bytes = std::vector<std::uint8_t>;

void PutNumber(Bytes& bytes, std::uint64_t n) {
  while (n >= 0x80) {
    bytes.push_back(static_cast<std::uint8_t>(n | 0x80));
    n >>= 7;
  }
  bytes.push_back(static_cast<std::uint8_t>(n));
}

// Reads what Put… wrote; after the first read past the end, or of nonsense, `ok` is false.
class Reader {
 public:
  explicit Reader(const Bytes& bytes) : bytes_(bytes) {}

  std::uint8_t Byte() {
    if (at_ >= bytes_.size()) {
      ok = false;
      return 0;
    }
    return bytes_[at_++];
  }

  std::uint64_t Number() {
    std::uint64_t n = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const std::uint8_t byte = Byte();
      n |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
      if ((byte & 0x80) == 0) return n;
    }
    ok = false;
    return n;
  }

  // A number of things that follow, each of at least one byte.
  std::uint64_t Count() {
    const std::uint64_t n = Number();
    if (n > bytes_.size()) ok = false;
    return ok ? n : 0;
  }

  bool AtEnd() const { return at_ == bytes_.size(); }

  bool ok = true;

 private:
  const Bytes& bytes_;
  std::size_t at_ = 0;
};

// CRC-16/CCITT: finds every wrong digit, and exchanged neighbours.
std::uint16_t Checksum(const Bytes& bytes) {
  std::uint32_t crc = 0xffff;
  for (const std::uint8_t byte : bytes) {
    crc ^= static_cast<std::uint32_t>(byte) << 8;
    for (int i = 0; i < 8; ++i) crc = (crc & 0x8000) != 0 ? (crc << 1) ^ 0x1021 : crc << 1;
  }
  return static_cast<std::uint16_t>(crc);
}

std::string ToBase32(const Bytes& bytes) {
  std::string text;
  std::uint32_t bits = 0;
  int count = 0;
  for (const std::uint8_t byte : bytes) {
    bits = (bits << 8) | byte;
    for (count += 8; count >= 5; count -= 5) text += kDigits[(bits >> (count - 5)) & 31];
  }
  if (count > 0) text += kDigits[(bits << (5 - count)) & 31];
  return text;
}

// The digit that a person meant.
char Canonical(char c) {
  c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  if (c == 'O') return '0';
  return c == 'I' || c == 'L' ? '1' : c;
}

bool FromBase32(std::string_view text, Bytes& bytes, std::string& error) {
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    const std::size_t digit = kDigits.find(Canonical(c));
    if (digit == std::string_view::npos) {
      error = "the token contains '" + std::string(1, c) + "', which no token does";
      return false;
    }
    bits = (bits << 5) | static_cast<std::uint32_t>(digit);
    count += 5;
    if (count < 8) continue;
    bytes.push_back(static_cast<std::uint8_t>(bits >> (count - 8)));
    count -= 8;
  }
  return true;
}

bool ReadToken(const Bytes& bytes, Token& token) {
  Reader reader(bytes);
  for (int i = 0; i < 4; ++i) token.test = (token.test << 8) | reader.Byte();
  token.scenario = static_cast<std::uint32_t>(reader.Number());
  const std::uint64_t flags = reader.Number();
  token.detect_races = (flags & kNoRaces) == 0;
  if ((flags & kFair) != 0) token.schedule.fair_from = static_cast<std::int64_t>(reader.Number());
  if ((flags & kAlone) != 0) {
    token.schedule.alone_from = static_cast<std::int64_t>(reader.Number());
    token.schedule.alone = static_cast<ThreadId>(reader.Number());
  }
  std::int64_t step = 0;
  for (std::uint64_t n = reader.Count(); n > 0; --n) {
    step += static_cast<std::int64_t>(reader.Number());
    token.schedule.departures.push_back({step, static_cast<int>(reader.Number())});
  }
  if ((flags & kVisible) != 0) {
    for (std::uint64_t n = reader.Count(); n > 0; --n) {
      const std::uintptr_t begin = reader.Number();
      token.visible.push_back({begin, begin + reader.Number()});
    }
  }
  return reader.ok && reader.AtEnd();
}

}  // namespace

std::uint32_t HashOfTest(std::string_view name) {
  std::uint32_t hash = 2166136261u;
  for (const char c : name) hash = (hash ^ static_cast<std::uint8_t>(c)) * 16777619u;
  return hash;
}

std::string EncodeToken(const Token& token) {
  Bytes bytes;
  for (int shift = 24; shift >= 0; shift -= 8) {
    bytes.push_back(static_cast<std::uint8_t>(token.test >> shift));
  }
  PutNumber(bytes, token.scenario);
  const bool fair = token.schedule.fair_from >= 0;
  const bool alone = token.schedule.alone_from >= 0;
  PutNumber(bytes, (token.detect_races ? 0 : kNoRaces) | (fair ? kFair : 0) |
                       (token.visible.empty() ? 0 : kVisible) | (alone ? kAlone : 0));
  if (fair) PutNumber(bytes, static_cast<std::uint64_t>(token.schedule.fair_from));
  if (alone) {
    PutNumber(bytes, static_cast<std::uint64_t>(token.schedule.alone_from));
    PutNumber(bytes, static_cast<std::uint64_t>(token.schedule.alone));
  }
  PutNumber(bytes, token.schedule.departures.size());
  std::int64_t step = 0;
  for (const Departure& departure : token.schedule.departures) {
    PutNumber(bytes, static_cast<std::uint64_t>(departure.step - step));
    PutNumber(bytes, static_cast<std::uint64_t>(departure.candidate));
    step = departure.step;
  }
  if (!token.visible.empty()) PutNumber(bytes, token.visible.size());
  for (const AddressRange& range : token.visible) {
    PutNumber(bytes, range.begin);
    PutNumber(bytes, range.end - range.begin);
  }
  const std::uint16_t checksum = Checksum(bytes);
  bytes.push_back(static_cast<std::uint8_t>(checksum >> 8));
  bytes.push_back(static_cast<std::uint8_t>(checksum));
  return std::string(kPrefix) + ToBase32(bytes);
}

std::optional<Token> DecodeToken(std::string_view text, std::string& error) {
  std::string head(text.substr(0, kPrefix.size()));
  for (char& c : head) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  if (head != kPrefix) {
    const bool other_version = head.size() == kPrefix.size() && head.starts_with("RL");
    error = other_version ? "the token is of another version of racelab: find the schedule again"
                          : "a token begins with " + std::string(kPrefix);
    return std::nullopt;
  }
  Bytes bytes;
  if (!FromBase32(text.substr(kPrefix.size()), bytes, error)) return std::nullopt;
  if (bytes.size() < 8) {
    error = "the token is too short: part of it is missing";
    return std::nullopt;
  }
  const auto checksum = static_cast<std::uint16_t>((bytes[bytes.size() - 2] << 8) | bytes.back());
  bytes.resize(bytes.size() - 2);
  Token token;
  // Nothing may follow but the bits that fill up the last digit.
  const bool whole = text.size() - kPrefix.size() == ((bytes.size() + 2) * 8 + 4) / 5;
  if (!whole || checksum != Checksum(bytes) || !ReadToken(bytes, token)) {
    error = "the token has a typing mistake (its checksum is wrong): copy it whole";
    return std::nullopt;
  }
  return token;
}

}  // namespace racelab::explorer
