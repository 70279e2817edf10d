// The contract of lab 11: a weather station that several sensors report to.
//
// Example:
//   std::unique_ptr<Station> station = MakeStation();
//   std::jthread roof([&] { station->Record(21); });
//   std::jthread yard([&] { station->Record(-3); });
//   // After both have been joined: station->Read() is {2, -3, 21}.
#ifndef LABS_11_WRONG_LOCK_STATION_H_
#define LABS_11_WRONG_LOCK_STATION_H_

#include <memory>

// What has been recorded since the summary began. The three belong together.
struct Summary {
  int readings = 0;
  int lowest = 0;  // In degrees; 0 as long as there is no reading.
  int highest = 0;
};

// Thread-safety: any number of threads may call any method at the same time. Each call takes effect
// at one moment: nobody sees a summary in which some numbers are older than the others.
class Station {
 public:
  virtual ~Station() = default;

  // Adds one reading to the summary.
  virtual void Record(int degrees) = 0;

  // A copy of the summary. May run beside other calls of Read().
  virtual Summary Read() const = 0;

  // Hands out the summary and begins an empty one. Every reading is handed out exactly once.
  virtual Summary Take() = 0;
};

std::unique_ptr<Station> MakeStation();

#endif  // LABS_11_WRONG_LOCK_STATION_H_
