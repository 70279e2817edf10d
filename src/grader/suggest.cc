#include "grader/suggest.h"

#include <algorithm>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"

namespace racelab {
namespace {

// "09-lost-update" is number 9 and the title part "lost-update".
std::pair<std::string_view, std::string_view> SplitNumber(std::string_view name) {
  const size_t dash = name.find('-');
  if (dash == std::string_view::npos) return {{}, name};
  return {name.substr(0, dash), name.substr(dash + 1)};
}

size_t DistanceToName(std::string_view word, std::string_view name) {
  const auto [number, title] = SplitNumber(name);
  size_t best = std::min(EditDistance(word, name), EditDistance(word, title));
  for (std::string_view part : absl::StrSplit(title, '-')) {
    // A single short word such as "of" is near to too much.
    if (part.size() >= 4) best = std::min(best, EditDistance(word, part));
  }
  return best;
}

std::vector<std::string> Matches(std::string_view word, const std::vector<std::string>& names) {
  int wanted = 0;
  const bool is_number = absl::SimpleAtoi(word, &wanted);
  std::vector<std::string> matches;
  for (const std::string& name : names) {
    if (name == word || SplitNumber(name).second == word) return {name};
    int number = 0;
    const bool numbered = absl::SimpleAtoi(SplitNumber(name).first, &number);
    const bool match =
        is_number ? numbered && number == wanted : name.find(word) != std::string::npos;
    if (match) matches.push_back(name);
  }
  return matches;
}

}  // namespace

size_t EditDistance(std::string_view a, std::string_view b) {
  const std::string from = absl::AsciiStrToLower(a);
  const std::string to = absl::AsciiStrToLower(b);
  std::vector<size_t> before_last, last(to.size() + 1), row(to.size() + 1);
  for (size_t j = 0; j <= to.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= from.size(); ++i) {
    before_last = std::exchange(last, row);
    row[0] = i;
    for (size_t j = 1; j <= to.size(); ++j) {
      const size_t substitution = last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, substitution});
      if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1]) {
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      }
    }
  }
  return row[to.size()];
}

std::vector<std::string> NearestNames(std::string_view word, const std::vector<std::string>& names,
                                      size_t count) {
  const size_t limit = std::max<size_t>(1, word.size() / 3);
  std::vector<std::pair<size_t, std::string>> near;
  for (const std::string& name : names) {
    const size_t distance = DistanceToName(word, name);
    if (distance <= limit) near.emplace_back(distance, name);
  }
  std::sort(near.begin(), near.end());
  if (near.size() > count) near.resize(count);
  std::vector<std::string> result;
  for (auto& [distance, name] : near) result.push_back(std::move(name));
  return result;
}

absl::StatusOr<std::string> ResolveLabName(std::string_view word,
                                           const std::vector<std::string>& names) {
  // A path such as labs/09-lost-update/ comes from the shell's completion.
  while (!word.empty() && word.back() == '/') word.remove_suffix(1);
  const std::string lower = absl::AsciiStrToLower(word.substr(word.rfind('/') + 1));
  if (lower.empty()) return absl::InvalidArgumentError("the name of the lab is empty");
  const std::vector<std::string> matches = Matches(lower, names);
  if (matches.size() == 1) return matches[0];
  if (matches.size() > 1) {
    return absl::InvalidArgumentError(absl::StrCat(
        "'", word, "' could be any of: ", absl::StrJoin(matches, ", "), "; give its number"));
  }
  const std::vector<std::string> near = NearestNames(lower, names);
  return absl::NotFoundError(
      absl::StrCat("there is no lab '", word, "'; ",
                   near.empty() ? "`racelab list` shows them all"
                                : absl::StrCat("did you mean ", absl::StrJoin(near, " or "), "?")));
}

}  // namespace racelab
