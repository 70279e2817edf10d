// The same work in both pools of pool.cc, under a stopwatch. Prints the medians of five runs:
//
//              start      a short text     a long text
//   processes  … us       … us             … us
//   threads    … us       … us             … us
//
// "start" makes a pool of two workers and ends it. A short text is one word, a long one a thousand:
// what hardly costs anything for a thread has to be copied to a process.
#include <algorithm>
#include <chrono>
#include <cstdio>

#include "../pool.h"

namespace {

using MakePool = std::unique_ptr<Pool> (*)(int, Work);

constexpr int kTexts = 200;

double MicrosecondsFor(const std::function<void()>& action) {
  const auto begin = std::chrono::steady_clock::now();
  action();
  const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - begin;
  return took.count();
}

double Median(const std::function<void()>& action) {
  std::vector<double> times;
  for (int i = 0; i < 5; ++i) times.push_back(MicrosecondsFor(action));
  std::sort(times.begin(), times.end());
  return times[2];
}

double ForOneText(Pool& pool, const std::string& text) {
  const std::vector<std::string> texts(kTexts, text);
  return Median([&] { pool.Run(texts); }) / kTexts;
}

void Measure(const char* name, MakePool make) {
  std::string long_text;
  for (int i = 0; i < 1000; ++i) long_text += "word ";
  const double start = Median([make] { make(2, CountWords); });
  const auto pool = make(2, CountWords);
  const double short_us = ForOneText(*pool, "word");
  const double long_us = ForOneText(*pool, long_text);
  std::printf("%-10s %8.1f us %8.1f us     %8.1f us\n", name, start, short_us, long_us);
}

}  // namespace

int main() {
  std::printf("%-10s %11s %15s %15s\n", "", "start", "a short text", "a long text");
  std::fflush(stdout);  // A child must not inherit what is not written yet.
  Measure("processes", MakeProcessPool);
  std::fflush(stdout);
  Measure("threads", MakeThreadPool);
}
