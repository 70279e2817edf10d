#include "contrast/plot.h"

#include <algorithm>
#include <cmath>
#include <cstdarg>
#include <cstdio>

namespace racelab::contrast {
namespace {

// In the units of the SVG's own coordinates.
constexpr double kLeft = 400;
constexpr double kRight = 905;
constexpr double kWidth = 980;
constexpr double kTop = 46;
constexpr double kRowHeight = 34;
constexpr double kRadius = 6.5;

[[gnu::format(printf, 1, 2)]] std::string Print(const char* format, ...) {
  char text[512];
  va_list arguments;
  va_start(arguments, format);
  std::vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  return text;
}

// The decades that hold all amounts. An amount of (nearly) nothing is drawn at the left end.
struct Axis {
  double low = 0;  // decimal logarithms
  double high = 1;

  explicit Axis(const Rows& rows, Unit unit) {
    double least = 1e18;
    double most = 1;
    for (const Row& row : rows) {
      for (const Amount& amount : {*row.process.amount, *row.thread.amount}) {
        if (amount.median >= 1) least = std::min(least, amount.median);
        most = std::max(most, amount.median);
      }
    }
    low = unit == Unit::kKibibytes ? 0 : std::floor(std::log10(least));
    high = std::max(low + 1, std::ceil(std::log10(most)));
  }

  double X(double amount) const {
    const double at = (std::log10(std::max(amount, 1e-9)) - low) / (high - low);
    return kLeft + std::clamp(at, 0.0, 1.0) * (kRight - kLeft);
  }
};

// A decade stays in one unit: ten times 1000 KiB is no round number of MiB.
std::string TickInWords(Unit unit, double value) {
  return unit == Unit::kKibibytes ? Print("%.0f KiB", value) : AmountInWords(unit, value);
}

std::string Grid(const Axis& axis, Unit unit, double bottom) {
  std::string out;
  for (double power = axis.low; power <= axis.high; ++power) {
    const double x = axis.X(std::pow(10, power));
    out += Print("<line class=\"grid\" x1=\"%.1f\" y1=\"%.0f\" x2=\"%.1f\" y2=\"%.0f\"/>", x,
                 kTop - 10, x, bottom);
    out += Print("<text class=\"tick\" x=\"%.1f\" y=\"%.0f\">", x, kTop - 18) +
           TickInWords(unit, std::pow(10, power)) + "</text>\n";
  }
  return out;
}

// The median as a mark, the quartiles as a line through it.
std::string Mark(const Axis& axis, const Amount& amount, double y, bool process) {
  const char* const name = process ? "process" : "thread";
  const double x = axis.X(amount.median);
  std::string out =
      Print("<line class=\"spread %s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>", name,
            axis.X(amount.low), y, axis.X(amount.high), y);
  // Two shapes, for who does not see two colours.
  out +=
      process
          ? Print("<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>", name, x, y, kRadius)
          : Print(
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" "
                "transform=\"rotate(45 %.1f %.1f)\"/>",
                name, x - kRadius + 1, y - kRadius + 1, 2 * kRadius - 2, 2 * kRadius - 2, x, y);
  return out;
}

std::string Line(const Axis& axis, const Row& row, double y) {
  const double process = axis.X(row.process.amount->median);
  const double thread = axis.X(row.thread.amount->median);
  std::string out = "<g><title>" + Escape(row.question) + "\nprocesses (" +
                    Escape(row.process.how) + "): " + SideInWords(row, row.process) +
                    "\nthreads (" + Escape(row.thread.how) + "): " + SideInWords(row, row.thread) +
                    "</title>";
  out += Print("<text class=\"name\" x=\"%.0f\" y=\"%.1f\">", kLeft - 16, y + 4.5) +
         Escape(row.question) + "</text>";
  out += Print("<line class=\"between\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>", process,
               y, thread, y);
  out += Mark(axis, *row.process.amount, y, true) + Mark(axis, *row.thread.amount, y, false);
  out += Print("<text class=\"ratio\" x=\"%.0f\" y=\"%.1f\">", kWidth - 8, y + 4.5) +
         (OrderOf(row) == Order::kAlike ? std::string("alike") : RatioInWords(row)) +
         "</text></g>\n";
  return out;
}

// A long question would leave the plot; its end is in the title that a pointer shows.
Row Shortened(Row row) {
  constexpr std::size_t kBytesMax = 50;
  if (row.question.size() > kBytesMax) {
    row.question = row.question.substr(0, row.question.rfind(' ', kBytesMax)) + " …";
  }
  return row;
}

}  // namespace

std::string Escape(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else
      out += c;
  }
  return out;
}

std::string Plot(const Rows& rows, Unit unit, const std::string& title) {
  Rows drawn;
  for (const Row& row : rows) {
    if (row.unit == unit && row.process.amount && row.thread.amount) {
      drawn.push_back(Shortened(row));
    }
  }
  if (drawn.empty()) return "";
  const Axis axis(drawn, unit);
  const double bottom = kTop + kRowHeight * static_cast<double>(drawn.size());
  std::string out =
      Print("<svg viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"", kWidth, bottom + 8) +
      Escape(title) + "\">\n" + Grid(axis, unit, bottom);
  double y = kTop + kRowHeight / 2;
  for (const Row& row : drawn) {
    out += Line(axis, row, y);
    y += kRowHeight;
  }
  return out + "</svg>\n";
}

}  // namespace racelab::contrast
