#include "grader/render_verify.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "grader/render_layout.h"

namespace racelab {
namespace {

// The variants that any row was judged in, in the order of the labs.
std::vector<std::string> VariantsOf(const VerifyResult& result) {
  std::vector<std::string> variants;
  for (const VerifyRow& row : result.rows) {
    for (const std::string& variant : row.lab->variants) {
      const bool known = std::find(variants.begin(), variants.end(), variant) != variants.end();
      if (!known && row.by_variant.contains(variant)) variants.push_back(variant);
    }
  }
  return variants;
}

// "data-race", or "data-race 18, pass 2" when the runs differ.
std::string Verdicts(const std::vector<Kind>& verdicts) {
  std::map<Kind, int> counts;
  for (const Kind verdict : verdicts) ++counts[verdict];
  if (counts.size() == 1) return std::string(KindName(counts.begin()->first));
  return absl::StrJoin(counts, ", ", [](std::string* out, const auto& count) {
    absl::StrAppend(out, KindName(count.first), " ", count.second);
  });
}

std::string VariantCell(const VerifyRow& row, const std::string& variant,
                        const Terminal& terminal) {
  const auto found = row.by_variant.find(variant);
  if (found == row.by_variant.end()) return terminal.Paint(Style::kDim, "–");
  const std::string text = Verdicts(found->second);
  return text == "pass" ? terminal.Paint(Style::kGreen, "✓") : text;
}

std::string OkCell(const VerifyRow& row, const Terminal& terminal) {
  return row.AsDeclared() ? terminal.Paint(Style::kGreen, "ok")
                          : terminal.Paint(Style::kRed, "NOT AS DECLARED");
}

std::string Reason(const VerifyRow& row) {
  if (row.overlooked.empty()) return row.message;
  return absl::StrCat("SEEN_BY names ", absl::StrJoin(row.overlooked, ", "),
                      ", which overlooked the bug");
}

std::string Mismatches(const VerifyResult& result, const Terminal& terminal) {
  std::string out;
  for (const VerifyRow& row : result.rows) {
    if (!row.AsDeclared()) out += RenderMismatch(row, terminal);
  }
  // The same trouble of the machine would be told once for every run.
  std::set<std::string> told;
  for (const absl::Status& error : result.errors) {
    const std::string message(error.message());
    if (told.insert(message).second) {
      absl::StrAppend(&out, terminal.Paint(Style::kRed, "✗ "), message, "\n");
    }
  }
  return out.empty() ? out : absl::StrCat(out, "\n");
}

std::string Summary(const VerifyResult& result) {
  std::set<const Lab*> labs;
  for (const VerifyRow& row : result.rows) labs.insert(row.lab);
  const size_t wrong = result.NotAsDeclared();
  std::string out =
      absl::StrCat(result.rows.size(), " submissions of ", labs.size(),
                   " labs: ", result.rows.size() - wrong, " as declared, ", wrong, " not");
  if (result.runs > 1) {
    absl::StrAppend(&out, "; judged ", result.runs, " times each: ",
                    result.Stable() ? "no verdict ever changed" : "SOME VERDICTS CHANGED");
  }
  return absl::StrCat(out, absl::StrFormat(" (%.0f s)\n", result.seconds));
}

// In how many runs this variant saw a defect; "–" when it was not judged.
std::string Found(const VerifyRow& row, const std::string& variant) {
  const auto found = row.by_variant.find(variant);
  if (found == row.by_variant.end()) return "–";
  const auto count = std::count_if(found->second.begin(), found->second.end(), IsStudentFailure);
  return absl::StrCat(count, " of ", found->second.size());
}

struct OracleTable {
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;
};

OracleTable CountOracles(const VerifyResult& result) {
  const std::vector<std::string> variants = VariantsOf(result);
  OracleTable table = {{"lab", "submission", "kind"}, {}};
  table.header.insert(table.header.end(), variants.begin(), variants.end());
  for (const VerifyRow& row : result.rows) {
    if (row.submission.expected == Kind::kPass) continue;
    std::vector<std::string> cells = {row.lab->name, SubmissionLabel(row.submission),
                                      std::string(KindName(row.submission.expected))};
    for (const std::string& variant : variants) cells.push_back(Found(row, variant));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

// In how many wrong submissions a variant alone saw the defect in every run, in some, in none.
std::string SumOfOracles(const VerifyResult& result) {
  std::string out =
      "| variant alone | wrong submissions judged | found in every run | in some runs | in none |\n"
      "|---|---|---|---|---|\n";
  for (const std::string& variant : VariantsOf(result)) {
    int every = 0;
    int some = 0;
    int none = 0;
    for (const VerifyRow& row : result.rows) {
      const auto runs = row.by_variant.find(variant);
      if (row.submission.expected == Kind::kPass || runs == row.by_variant.end()) continue;
      const auto& kinds = runs->second;
      const bool all = std::all_of(kinds.begin(), kinds.end(), IsStudentFailure);
      const bool any = std::any_of(kinds.begin(), kinds.end(), IsStudentFailure);
      ++(all ? every : any ? some : none);
    }
    absl::StrAppend(&out, "| ", variant, " | ", every + some + none, " | ", every, " | ", some,
                    " | ", none, " |\n");
  }
  return absl::StrCat(out, "\n");
}

}  // namespace

std::string RenderMismatch(const VerifyRow& row, const Terminal& terminal) {
  return absl::StrCat(
      terminal.Paint(Style::kRed, "✗ "), row.lab->name, "/", SubmissionLabel(row.submission),
      ": declared ", KindName(row.submission.expected), ", got ", Verdicts(row.verdicts), "\n    ",
      Fold(Printable(Reason(row)), terminal.columns - 4, "    "), "\n    again: racelab check ",
      row.lab->name, " --file ", row.submission.file.string(), "\n");
}

std::string RenderVerify(const VerifyResult& result, const Terminal& terminal) {
  const std::vector<std::string> variants = VariantsOf(result);
  std::vector<std::string> header = {"lab", "submission"};
  header.insert(header.end(), variants.begin(), variants.end());
  for (const char* column : {"verdict", "declared", ""}) header.push_back(column);
  Table table(header, "");
  const Lab* previous = nullptr;
  for (const VerifyRow& row : result.rows) {
    if (previous != nullptr && row.lab != previous) table.AddGap();
    std::vector<std::string> cells = {row.lab == previous ? "" : row.lab->name,
                                      SubmissionLabel(row.submission)};
    previous = row.lab;
    for (const std::string& variant : variants)
      cells.push_back(VariantCell(row, variant, terminal));
    cells.push_back(Verdicts(row.verdicts));
    cells.push_back(std::string(KindName(row.submission.expected)));
    cells.push_back(OkCell(row, terminal));
    table.AddRow(std::move(cells));
  }
  return absl::StrCat(table.empty() ? "" : absl::StrCat(table.Render(terminal), "\n"),
                      Mismatches(result, terminal), Summary(result));
}

std::string RenderOracleCounts(const VerifyResult& result, const Terminal& terminal) {
  OracleTable counts = CountOracles(result);
  Table table(counts.header, "");
  for (std::vector<std::string>& row : counts.rows) table.AddRow(std::move(row));
  return absl::StrCat("Found by each variant alone, in n of N runs\n\n", table.Render(terminal),
                      "\n");
}

std::string RenderOracleCountsAsMarkdown(const VerifyResult& result) {
  const OracleTable counts = CountOracles(result);
  std::string out = SumOfOracles(result);
  absl::StrAppend(&out, "| ", absl::StrJoin(counts.header, " | "), " |\n|");
  for (size_t i = 0; i < counts.header.size(); ++i) absl::StrAppend(&out, "---|");
  absl::StrAppend(&out, "\n");
  for (const std::vector<std::string>& row : counts.rows) {
    absl::StrAppend(&out, "| ", absl::StrJoin(row, " | "), " |\n");
  }
  return out;
}

nlohmann::json VerifyToJson(const VerifyResult& result) {
  using nlohmann::json;
  const auto names = [](const std::vector<Kind>& kinds) {
    json array = json::array();
    for (const Kind kind : kinds) array.push_back(KindName(kind));
    return array;
  };
  json rows = json::array();
  for (const VerifyRow& row : result.rows) {
    json variants = json::object();
    for (const auto& [variant, kinds] : row.by_variant) variants[variant] = names(kinds);
    rows.push_back({{"lab", row.lab->name},
                    {"submission", SubmissionLabel(row.submission)},
                    {"role", RoleName(row.submission.role)},
                    {"file", row.submission.file.string()},
                    {"declared", KindName(row.submission.expected)},
                    {"verdicts", names(row.verdicts)},
                    {"variants", variants},
                    {"as_declared", row.AsDeclared()},
                    {"stable", row.Stable()},
                    {"message", row.message}});
  }
  json errors = json::array();
  for (const absl::Status& error : result.errors) errors.push_back(std::string(error.message()));
  return {{"schema", "racelab/verify/v1"},
          {"runs", result.runs},
          {"submissions", rows},
          {"errors", errors},
          {"not_as_declared", result.NotAsDeclared()},
          {"stable", result.Stable()},
          {"seconds", result.seconds}};
}

}  // namespace racelab
