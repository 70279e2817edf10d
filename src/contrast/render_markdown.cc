#include <algorithm>

#include "contrast/render.h"

namespace racelab::contrast {
namespace {

std::string Cell(const Row& row, const Side& side) {
  std::string cell = SideInWords(row, side);
  if (!side.how.empty()) cell += " (" + side.how + ")";
  return cell;
}

// A bar would end the cell.
std::string Escaped(std::string text) {
  for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2) {
    text.insert(at, "\\");
  }
  return text;
}

std::string LabLink(const std::string& lab) {
  return lab.empty() ? "" : "[" + lab.substr(0, 2) + "](../labs/" + lab + "/README.md)";
}

}  // namespace

std::string RenderMarkdown(const Comparison& comparison) {
  std::string out;
  std::string topic;
  for (const Row& row : comparison.rows) {
    if (row.topic != topic) {
      topic = row.topic;
      out += (out.empty() ? "" : "\n") + std::string("**") + topic + "**\n\n";
      out += "| row | processes | threads | ratio | what was observed | lab |\n";
      out += "|---|---|---|---|---|---|\n";
    }
    out += "| " + Escaped(row.question) + " | " + Escaped(Cell(row, row.process)) + " | " +
           Escaped(Cell(row, row.thread)) + " | " + RatioInWords(row) + " | " +
           Escaped(row.observed) + " | " + LabLink(row.lab) + " |\n";
  }
  return out + "\n" + Provenance(comparison) + "\n";
}

}  // namespace racelab::contrast
