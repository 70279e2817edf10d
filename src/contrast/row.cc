#include "contrast/row.h"

#include <cmath>
#include <cstdio>

namespace racelab::contrast {
namespace {

// Three significant digits, as many as the noise leaves meaning to; at most two after the point.
std::string ThreeDigits(double value, const char* unit) {
  const int decimals = value >= 100 || value == std::floor(value) ? 0 : value >= 10 ? 1 : 2;
  char text[64];
  std::snprintf(text, sizeof text, "%.*f %s", decimals, value, unit);
  return text;
}

}  // namespace

std::optional<double> RatioOf(const Row& row) {
  if (!row.process.amount || !row.thread.amount || row.thread.amount->median <= 0) {
    return std::nullopt;
  }
  return row.process.amount->median / row.thread.amount->median;
}

Order OrderOf(const Row& row) {
  if (!row.process.amount || !row.thread.amount) return Order::kNotAnAmount;
  const Amount& process = *row.process.amount;
  const Amount& thread = *row.thread.amount;
  if (process.low <= thread.high && thread.low <= process.high) return Order::kAlike;
  const std::optional<double> ratio = RatioOf(row);
  if (!ratio || *ratio > kAlikeRatio) return Order::kThreadsLess;
  return *ratio < 1 / kAlikeRatio ? Order::kProcessesLess : Order::kAlike;
}

std::string_view OrderInWords(Order order) {
  switch (order) {
    case Order::kThreadsLess:
      return "threads need less";
    case Order::kAlike:
      return "alike";
    case Order::kProcessesLess:
      return "processes need less";
    case Order::kNotAnAmount:
      break;
  }
  return "different in kind";
}

std::string AmountInWords(Unit unit, double value) {
  if (unit == Unit::kKibibytes) {
    return value >= 1024 ? ThreeDigits(value / 1024, "MiB") : ThreeDigits(value, "KiB");
  }
  if (value >= 1e9) return ThreeDigits(value / 1e9, "s");
  if (value >= 1e6) return ThreeDigits(value / 1e6, "ms");
  if (value >= 1e3) return ThreeDigits(value / 1e3, "µs");
  return ThreeDigits(value, "ns");
}

std::string RatioInWords(const Row& row) {
  const std::optional<double> ratio = RatioOf(row);
  if (!ratio) return "–";
  char text[32];
  std::snprintf(text, sizeof text, *ratio < 9.95 ? "×%.1f" : "×%.0f", *ratio);
  return text;
}

std::string SideInWords(const Row& row, const Side& side) {
  return side.amount ? AmountInWords(row.unit, side.amount->median) : side.seen;
}

}  // namespace racelab::contrast
