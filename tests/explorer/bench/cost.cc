#include "cost.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <functional>
#include <vector>

#include "src/explorer/exploration.h"
#include "src/explorer/fiber_program.h"
#include "src/explorer/search.h"
#include "subjects.h"

namespace racelab::bench {
namespace {

using explorer::DepthFirstSearch;
using explorer::FiberProgram;

// A search that needs more executions than this is given up: its cost is "more".
constexpr std::int64_t kGiveUp = 200'000;

// Executions until every schedule is covered, or kGiveUp.
std::int64_t Cost(const std::function<void()>& body, bool reduce) {
  FiberProgram program(body);
  DepthFirstSearch search({explorer::kUnbounded, reduce});
  std::int64_t executions = 0;
  do {
    program.Run(search, {});
    ++executions;
  } while (executions < kGiveUp && search.Next());
  return executions;
}

struct Point {
  int x = 0;
  std::int64_t full = 0;
  std::int64_t reduced = 0;
};

struct Series {
  std::string title;
  std::string x_title;
  std::vector<Point> points;
};

std::string Text(std::int64_t executions) {
  return (executions >= kGiveUp ? "> " : "") + explorer::WithThousands(executions);
}

Series Measure(const std::string& title, const std::string& x_title, const std::vector<int>& xs,
               const std::function<void(int)>& body) {
  Series series{title, x_title, {}};
  std::printf("\n%s\n%8s %18s %18s\n", title.c_str(), x_title.c_str(), "without reduction",
              "with reduction");
  for (const int x : xs) {
    const auto at_x = [&] { body(x); };
    const Point point{x, Cost(at_x, false), Cost(at_x, true)};
    std::printf("%8d %18s %18s\n", x, Text(point.full).c_str(), Text(point.reduced).c_str());
    std::fflush(stdout);
    series.points.push_back(point);
  }
  return series;
}

// One diagram with a logarithmic y axis from 1 to 10^6, its lower left corner at (left, 260).
class Diagram {
 public:
  Diagram(std::ofstream& out, const Series& series, int left)
      : out_(out), series_(series), left_(left) {}

  void Draw() {
    Label(left_ + kWidth / 2, 20, "middle", series_.title);
    Label(left_ + kWidth / 2, 300, "middle", series_.x_title);
    for (int power = 0; power <= 6; ++power) {
      const double y = Y(std::pow(10, power));
      out_ << "<line x1='" << left_ << "' y1='" << y << "' x2='" << left_ + kWidth << "' y2='" << y
           << "' stroke='#ddd'/>\n";
      Label(left_ - 6, y + 4, "end", "10^" + std::to_string(power));
    }
    for (const Point& point : series_.points)
      Label(X(point.x), 278, "middle", std::to_string(point.x));
    Line("#c0392b", [](const Point& point) { return point.full; });
    Line("#2471a3", [](const Point& point) { return point.reduced; });
  }

 private:
  static constexpr int kWidth = 260;

  double X(int x) const {
    const double first = series_.points.front().x;
    const double last = series_.points.back().x;
    return left_ + 10 + (kWidth - 20) * (x - first) / std::max(last - first, 1.0);
  }
  static double Y(double executions) { return 260 - 220 * std::log10(executions) / 6; }

  void Label(double x, double y, const char* anchor, const std::string& text) {
    out_ << "<text x='" << x << "' y='" << y << "' text-anchor='" << anchor << "'>" << text
         << "</text>\n";
  }

  template <typename F>
  void Line(const char* color, F value) {
    out_ << "<polyline fill='none' stroke='" << color << "' stroke-width='2' points='";
    for (const Point& point : series_.points) {
      out_ << X(point.x) << "," << Y(static_cast<double>(value(point))) << " ";
    }
    out_ << "'/>\n";
    for (const Point& point : series_.points) {
      const char* fill = value(point) >= kGiveUp ? "white" : color;  // hollow: given up there
      out_ << "<circle r='4' cx='" << X(point.x) << "' cy='" << Y(static_cast<double>(value(point)))
           << "' fill='" << fill << "' stroke='" << color << "'/>\n";
    }
  }

  std::ofstream& out_;
  const Series& series_;
  const int left_;
};

}  // namespace

int MeasureCost(const std::string& svg) {
  std::printf("Executions that cover every schedule (given up at %s)\n",
              explorer::WithThousands(kGiveUp).c_str());
  const std::vector<Series> all = {
      Measure("one mutex, 1 section a thread", "threads", {1, 2, 3, 4, 5},
              [](int threads) { LockedIncrements(threads, 1); }),
      Measure("one mutex, 2 threads", "sections", {1, 2, 3, 4, 5, 6},
              [](int times) { LockedIncrements(2, times); }),
      Measure("a mutex each, 2 threads", "sections", {1, 2, 3, 4, 5, 6},
              [](int times) { SeparateIncrements(2, times); }),
  };
  std::ofstream out(svg);
  out << "<svg xmlns='http://www.w3.org/2000/svg' width='1010' height='340' "
         "font-family='sans-serif' "
         "font-size='12'>\n<rect width='1010' height='340' fill='white'/>\n";
  int left = 60;
  for (const Series& series : all) {
    Diagram(out, series, left).Draw();
    left += 330;
  }
  out << "<text x='60' y='328'>Executions that cover every schedule: <tspan fill='#c0392b'>without "
         "reduction</tspan>, <tspan fill='#2471a3'>with reduction</tspan>. Hollow: given "
         "up.</text>\n"
         "</svg>\n";
  out.close();
  if (!out) {
    std::fprintf(stderr, "cannot write %s\n", svg.c_str());
    return 2;
  }
  return 0;
}

}  // namespace racelab::bench
