// The mark that racelab::As() puts into a message.
#ifndef RACELAB_FAULTS_KIND_MARK_H_
#define RACELAB_FAULTS_KIND_MARK_H_

#include <string>

namespace racelab::faults {

// "… [[leak]] …" → "leak", and the mark is removed; "wrong-value" without one.
inline std::string TakeKind(std::string& message) {
  const std::size_t begin = message.find("[[");
  const std::size_t end = message.find("]]", begin == std::string::npos ? 0 : begin);
  if (begin == std::string::npos || end == std::string::npos) return "wrong-value";
  const std::string kind = message.substr(begin + 2, end - begin - 2);
  message.erase(begin, end + 2 - begin);
  return kind;
}

}  // namespace racelab::faults

#endif  // RACELAB_FAULTS_KIND_MARK_H_
