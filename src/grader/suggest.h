// "Did you mean": finds the name a person meant in a list of names.
#ifndef RACELAB_GRADER_SUGGEST_H_
#define RACELAB_GRADER_SUGGEST_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace racelab {

// The number of single-character insertions, deletions, substitutions and swaps of neighbours that
// turn `a` into `b` (optimal string alignment). Upper and lower case count as the same letter.
// Takes O(|a|·|b|) time; both are names, so short.
size_t EditDistance(std::string_view a, std::string_view b);

// The names near enough to `word` to be what was meant, nearest first, at most `count` of them.
// Near enough is a third of the word's length, so that a wild guess gets no answer. The word is
// compared with the whole name, with the name after its number ("lost-update") and with its words.
std::vector<std::string> NearestNames(std::string_view word, const std::vector<std::string>& names,
                                      size_t count = 3);

// The one lab that `word` names: by number ("9", "09"), by its whole name, or by a part that only
// one lab contains. InvalidArgument when several labs match (the message lists them), NotFound
// when none does (the message says which names are near).
absl::StatusOr<std::string> ResolveLabName(std::string_view word,
                                           const std::vector<std::string>& names);

}  // namespace racelab

#endif  // RACELAB_GRADER_SUGGEST_H_
