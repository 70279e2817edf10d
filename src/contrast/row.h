// What the comparison is made of: rows, each with a process's side and a thread's side.
#ifndef RACELAB_CONTRAST_ROW_H_
#define RACELAB_CONTRAST_ROW_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace racelab::contrast {

// A measured amount: the median over the repetitions, and the quartiles, which say how noisy the
// machine was meanwhile.
struct Amount {
  double median = 0;
  double low = 0;   // the lower quartile
  double high = 0;  // the upper quartile
};

enum class Unit { kNone, kNanoseconds, kKibibytes };

// One world's answer to the row's question: an amount, or words for what was seen.
struct Side {
  std::string how;   // the means: "fork + waitpid"
  std::string seen;  // "no", "the other 2 of 3"; empty when there is an amount
  std::optional<Amount> amount = std::nullopt;
};

struct Row {
  std::string id;  // stable, for scripts: "communication.pipe"
  std::string topic;
  std::string question;
  Unit unit = Unit::kNone;
  Side process;
  Side thread;
  std::string observed;  // one sentence on what happened, or on what the numbers mean
  std::string lab;       // where a student meets it: "04-shared-page"; may be empty
};

// Two amounts closer than this are called alike: below it, the machine's mood decides. So are two
// whose middle halves overlap.
inline constexpr double kAlikeRatio = 1.6;

enum class Order { kThreadsLess, kAlike, kProcessesLess, kNotAnAmount };

// Which world needs less. Stable from run to run, which the digits of a ratio are not.
Order OrderOf(const Row& row);
std::string_view OrderInWords(Order order);

// process / thread; nullopt where there are not two amounts, or the thread's is nothing.
std::optional<double> RatioOf(const Row& row);

// "12.3 µs", "8 KiB", "×14", and "–" for no ratio.
std::string AmountInWords(Unit unit, double value);
std::string RatioInWords(const Row& row);

// The seen words or the amount.
std::string SideInWords(const Row& row, const Side& side);

}  // namespace racelab::contrast

#endif  // RACELAB_CONTRAST_ROW_H_
