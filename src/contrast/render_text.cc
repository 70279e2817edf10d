#include <algorithm>
#include <cstdio>

#include "contrast/render.h"

namespace racelab::contrast {
namespace {

// Columns that a text fills on a terminal: code points; no wide ones occur here.
int Width(std::string_view text) {
  return static_cast<int>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string Pad(std::string text, int width) {
  text.append(static_cast<std::size_t>(std::max(0, width - Width(text))), ' ');
  return text;
}

// The text in lines of at most `width`, each after `indent`.
std::string Wrap(std::string_view text, int width, const std::string& indent) {
  std::string out = indent;
  int used = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    if (used > 0 && used + 1 + Width(word) > width) {
      out += "\n" + indent;
      used = 0;
    }
    if (used > 0) out += ' ';
    out += word;
    used += Width(word) + (used > 0 ? 1 : 0);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

// What the two sides were made by; nothing where it is what one expects.
std::string Means(const Row& row) {
  if (row.process.how.empty()) return "";
  if (row.process.how == "fork" && row.thread.how == "std::thread") return "";
  return row.process.how == row.thread.how ? row.process.how
                                           : row.process.how + " | " + row.thread.how;
}

}  // namespace

std::string Provenance(const Comparison& comparison) {
  const Machine& machine = comparison.machine;
  char text[256];
  std::snprintf(text, sizeof text,
                "Medians of %d repetitions%s, in %.0f s; other programs used %.2f cores meanwhile.",
                comparison.repetitions, comparison.repetitions < 31 ? " or more" : "",
                comparison.seconds, machine.others);
  std::string out = machine.processor + ", " + std::to_string(machine.cores) +
                    (machine.cores == 1 ? " core, " : " cores, ") + machine.kernel + ", " +
                    machine.compiler + ", " + machine.date + ". " + text;
  if (comparison.repetitions < 31) {
    out +=
        " Too few repetitions: neither the digits nor the order can be trusted; run it in peace.";
  } else if (machine.busy()) {
    out += " The machine was busy: take the order of a row, not its digits.";
  }
  return out;
}

std::string RenderText(const Comparison& comparison, int columns) {
  const int question_width = std::clamp(columns - 46, 30, 60);
  const int wide = std::max(40, columns - 4);
  std::string out =
      Pad("", question_width + 2) + Pad("processes", 18) + Pad("threads", 18) + "ratio\n";
  std::string topic;
  for (const Row& row : comparison.rows) {
    if (row.topic != topic) out += "\n" + (topic = row.topic) + "\n";
    std::string question = Wrap(row.question, question_width, "  ");
    const std::size_t last = question.rfind('\n') + 1;  // 0 when there is one line
    out += question.substr(0, last) + Pad(question.substr(last), question_width + 2) +
           Pad(SideInWords(row, row.process), 17) + " " + Pad(SideInWords(row, row.thread), 17) +
           " " + (row.process.amount ? RatioInWords(row) : "") + "\n";
    const std::string means = Means(row);
    out += Wrap((means.empty() ? "" : means + ": ") + row.observed, wide - 4, "      ") + "\n";
  }
  return out + "\n" + Wrap(Provenance(comparison), wide, "") + "\n";
}

}  // namespace racelab::contrast
