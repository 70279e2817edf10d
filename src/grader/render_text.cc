#include "grader/render_text.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "grader/render_advice.h"
#include "grader/render_layout.h"
#include "grader/render_schedule.h"

namespace racelab {
namespace {

constexpr int kStackFramesShown = 5;
constexpr size_t kFurtherFindingsShown = 5;
constexpr int kDetailLinesShown = 40;

std::string Place(const Frame& frame) {
  return frame.line > 0 ? absl::StrCat(frame.file, ":", frame.line) : frame.file;
}

std::string Paragraph(std::string_view text, const Terminal& terminal) {
  return absl::StrCat("  ", Fold(text, terminal.columns - 2, "  "), "\n");
}

std::string Headline(const Report& report, const Terminal& terminal) {
  const std::string points = absl::StrCat(report.points, " of ", report.points_max, " points");
  const std::string lab = absl::StrCat(report.lab, "  ", report.title);
  if (report.passed()) {
    return absl::StrCat(terminal.Paint(Style::kGreen, "✓ passed"), "  ",
                        terminal.Paint(Style::kBold, lab), "  ",
                        report.graded() ? points : std::string("in part: no points yet"), "\n");
  }
  const bool failed = IsStudentFailure(report.verdict);
  return absl::StrCat(
      failed ? terminal.Paint(Style::kRed, absl::StrCat("✗ ", KindName(report.verdict)))
             : terminal.Paint(Style::kYellow, absl::StrCat("? ", KindName(report.verdict))),
      "  ", terminal.Paint(Style::kBold, lab), "  ",
      failed ? points : std::string("not judged: no points lost"), "\n");
}

Block ThreadBlock(const ThreadStory& thread, Kind kind, int columns, const Terminal& terminal) {
  Block block = {terminal.Paint(Style::kBold, CutTo(Printable(thread.name), columns))};
  const auto append = [&](const std::string& text) {
    for (std::string& line : FoldToBlock(Printable(text), columns)) {
      block.push_back(std::move(line));
    }
  };
  if (!thread.did.empty()) append(thread.did);
  if (!thread.locks.empty()) {
    append(absl::StrCat("holding ", absl::StrJoin(thread.locks, ", ")));
  } else if (kind == Kind::kDataRace) {
    append("holding no lock");
  }
  for (size_t i = 0; i < thread.stack.size() && i < kStackFramesShown; ++i) {
    const Frame& frame = thread.stack[i];
    append(absl::StrCat(i == 0 ? "at " : "called from ", Place(frame),
                        frame.function.empty() ? "" : absl::StrCat(" in ", frame.function)));
  }
  return block;
}

std::string Threads(const Finding& finding, const Terminal& terminal) {
  if (finding.threads.empty()) return "";
  constexpr std::string_view kIndent = "    ";
  int columns = ColumnWidth(terminal, finding.threads.size(), kIndent.size());
  const bool beside = columns > 0;
  if (!beside) columns = terminal.columns - static_cast<int>(kIndent.size());
  std::vector<Block> blocks;
  for (const ThreadStory& thread : finding.threads) {
    blocks.push_back(ThreadBlock(thread, finding.kind, columns, terminal));
  }
  if (beside) return absl::StrCat(SideBySide(blocks, columns, kIndent), "\n");
  std::string out;
  for (const Block& block : blocks) {
    absl::StrAppend(&out, SideBySide({block}, columns, kIndent), "\n");
  }
  return out;
}

std::string Details(const Finding& finding, bool all, const Terminal& terminal) {
  if (finding.details.empty()) return "";
  const std::vector<std::string> lines = absl::StrSplit(Printable(finding.details), '\n');
  std::string out;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (!all && i == kDetailLinesShown) {
      absl::StrAppend(&out, "    … (--details shows the rest)\n");
      break;
    }
    absl::StrAppend(&out, "    ", terminal.Paint(Style::kDim, lines[i]), "\n");
  }
  return absl::StrCat(out, "\n");
}

std::string Fact(std::string_view name, std::string_view text, const Terminal& terminal) {
  if (text.empty()) return "";
  constexpr std::string_view kIndent = "           ";
  return absl::StrCat("  ", terminal.Paint(Style::kCyan, PadRight(name, 9)),
                      Fold(text, terminal.columns - static_cast<int>(kIndent.size()), kIndent),
                      "\n");
}

std::string Facts(const Report& report, const Finding& finding, const Terminal& terminal) {
  std::string seen = std::string(OracleInWords(finding.oracle));
  if (!finding.variant.empty()) absl::StrAppend(&seen, ", variant ", finding.variant);
  if (!finding.test.empty()) absl::StrAppend(&seen, ", test ", finding.test);
  const bool has_hints = IsStudentFailure(finding.kind) && finding.kind != Kind::kCompileError &&
                         finding.kind != Kind::kMissingFile;
  const std::string hint = has_hints ? absl::StrCat("racelab hint ", report.lab) : "";
  return absl::StrCat(Fact("seen by", Printable(seen), terminal),
                      Fact("again", Printable(ReplayCommand(report, finding)), terminal),
                      Fact("story", Printable(finding.story), terminal),
                      Fact("hint", hint, terminal),
                      Fact("next", KindNextStep(finding.kind), terminal));
}

std::string MainFinding(const Report& report, const Finding& finding, const SourceOf& source_of,
                        const TextOptions& options, const Terminal& terminal) {
  std::string out = Paragraph(Printable(finding.message), terminal);
  if (const std::string_view meaning = KindMeaning(finding.kind); !meaning.empty()) {
    absl::StrAppend(&out, Paragraph(meaning, terminal));
  }
  absl::StrAppend(&out, "\n", Threads(finding, terminal));
  if (const std::string facts = OrderingFacts(finding); !facts.empty()) {
    absl::StrAppend(&out, Paragraph(facts, terminal), "\n");
  }
  const std::string excerpts = RenderExcerpts(MarksOf(finding), source_of, terminal);
  absl::StrAppend(&out, excerpts, excerpts.empty() ? "" : "\n");
  if (finding.schedule) {
    const int preemptions = finding.schedule->preemptions;
    absl::StrAppend(&out, "  ", terminal.Paint(Style::kBold, "How it happens"), " (", preemptions,
                    preemptions == 1 ? " preemption" : " preemptions", ", time runs down)\n",
                    RenderSchedule(*finding.schedule, terminal), "\n");
  }
  // The compiler's own words are the report; an oracle's are told above already.
  if (options.details || finding.kind == Kind::kCompileError) {
    absl::StrAppend(&out, Details(finding, options.details, terminal));
  }
  return absl::StrCat(out, Facts(report, finding, terminal), "\n");
}

std::string FurtherFindings(const Report& report, const TextOptions& options,
                            const Terminal& terminal) {
  if (report.findings.size() < 2) return "";
  std::string out = absl::StrCat("  ", terminal.Paint(Style::kBold, "Also found"), "\n");
  for (size_t i = 1; i < report.findings.size(); ++i) {
    const Finding& finding = report.findings[i];
    if (i > kFurtherFindingsShown && !options.details) {
      absl::StrAppend(&out, "    … and ", report.findings.size() - i, " more (--details)\n");
      break;
    }
    std::string line(KindName(finding.kind));
    if (!finding.locations.empty()) absl::StrAppend(&line, " at ", Place(finding.locations[0]));
    absl::StrAppend(&line, " (", finding.variant.empty() ? finding.oracle : finding.variant,
                    "): ", finding.message);
    const std::string text = Fold(Printable(line), terminal.columns - 4, "      ");
    absl::StrAppend(&out, "    ", text, "\n");
    if (options.details) absl::StrAppend(&out, Details(finding, true, terminal));
  }
  return absl::StrCat(out, "\n");
}

// How much of the schedules of a variant was seen, from its tests; "" without the explorer.
std::string Explored(const VariantOutcome& variant) {
  if (variant.tests.size() == 1) return variant.tests[0].explored;
  std::int64_t executions = 0;
  for (const TestOutcome& test : variant.tests) executions += test.executions;
  return executions > 0 ? absl::StrCat(executions, " schedules") : "";
}

std::string VariantCell(const VariantOutcome& variant, const Terminal& terminal) {
  std::string cell = absl::StrCat(variant.variant, " ");
  if (!variant.judged) {
    return absl::StrCat(cell, terminal.Paint(Style::kDim, absl::StrCat("– ", variant.why)));
  }
  if (variant.verdict == Kind::kPass) {
    absl::StrAppend(&cell, terminal.Paint(Style::kGreen, "✓"));
  } else {
    const Style style = IsStudentFailure(variant.verdict) ? Style::kRed : Style::kYellow;
    absl::StrAppend(&cell, terminal.Paint(style, absl::StrCat("✗ ", KindName(variant.verdict))));
  }
  if (const std::string explored = Explored(variant); !explored.empty()) {
    absl::StrAppend(&cell, " ", explored);
  }
  return absl::StrCat(cell, absl::StrFormat(" %.1f s", variant.seconds));
}

}  // namespace

std::string RenderVariants(const Report& report, const Terminal& terminal) {
  std::string out = "  ";
  int used = 2;
  for (const VariantOutcome& variant : report.variants) {
    const std::string cell = VariantCell(variant, terminal);
    if (used > 2 && used + DisplayWidth(cell) > terminal.columns) {
      absl::StrAppend(&out, "\n  ");
      used = 2;
    }
    absl::StrAppend(&out, used > 2 ? "   " : "", cell);
    used += DisplayWidth(cell) + 3;
  }
  return absl::StrCat(out, "\n");
}

std::string RenderText(const Report& report, const SourceOf& source_of, const Terminal& terminal,
                       const TextOptions& options) {
  std::string out = absl::StrCat(Headline(report, terminal), "\n");
  if (report.passed()) {
    absl::StrAppend(&out, Paragraph(PassMeaning(report), terminal));
    if (!report.left_out.empty()) {
      absl::StrAppend(&out, Paragraph(absl::StrCat("The lab is passed when these are judged too: ",
                                                   absl::StrJoin(report.left_out, ", "), "."),
                                      terminal));
    }
    absl::StrAppend(&out, "\n");
  } else if (!report.findings.empty()) {
    absl::StrAppend(&out, MainFinding(report, report.findings[0], source_of, options, terminal),
                    FurtherFindings(report, options, terminal));
  }
  absl::StrAppend(&out, RenderVariants(report, terminal));
  for (const std::string& note : report.environment) {
    absl::StrAppend(&out, "  note: ", Fold(note, terminal.columns - 8, "        "), "\n");
  }
  return out;
}

std::string RenderForEditor(const Report& report,
                            const std::function<std::string(std::string_view)>& path_of) {
  std::string out;
  for (const Finding& finding : report.findings) {
    const Frame frame = finding.locations.empty() ? Frame{} : finding.locations[0];
    const std::string path = frame.file.empty() ? report.submission : path_of(frame.file);
    std::string message = Printable(finding.message);
    std::replace(message.begin(), message.end(), '\n', ' ');
    absl::StrAppend(&out, path, ":", std::max(1, frame.line), ":1: error: ", message, " [",
                    KindName(finding.kind), "]\n");
  }
  return out;
}

}  // namespace racelab
