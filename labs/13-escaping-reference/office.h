// The contract of lab 13: an office that keeps the timetables of all bus lines.
//
// Example:
//   std::unique_ptr<Office> office = MakeOffice();
//   office->Publish(7, {600, 630});
//   std::shared_ptr<const Timetable> seven = office->Find(7);
//   office->Add(7, 615);
//   // *seven is still {600, 630}. Whoever asks now gets {600, 615, 630}.
#ifndef LABS_13_ESCAPING_REFERENCE_OFFICE_H_
#define LABS_13_ESCAPING_REFERENCE_OFFICE_H_

#include <functional>
#include <memory>
#include <vector>

// The departures of one line, in minutes after midnight, in ascending order.
using Timetable = std::vector<int>;

using Reader = std::function<void(int line, const Timetable& departures)>;

// Thread-safety: any number of threads may call any method at the same time, and may read what they
// were given meanwhile and later. Each call that changes a timetable takes effect at one moment.
class Office {
 public:
  // What Find() gave away outlives the office. Nobody may be in a call any more by then.
  virtual ~Office() = default;

  // Sets the timetable of a line, in place of the one that it may have had.
  virtual void Publish(int line, const Timetable& departures) = 0;

  // Adds one departure to a line; returns false, and changes nothing, if there is no such line.
  virtual bool Add(int line, int departure) = 0;

  // Takes the line out of service; nothing happens if there is no such line.
  virtual void Remove(int line) = 0;

  // The timetable of the line as it is at one moment of the call, nullptr if there is none. It is
  // the caller's for as long as he keeps the pointer, and never changes: whatever becomes of the
  // line, of later answers, or of the office.
  virtual std::shared_ptr<const Timetable> Find(int line) const = 0;

  // Calls `reader` for each line, in ascending order, in this thread, before it returns. A line
  // that is there throughout the call is shown once, one that comes or goes meanwhile may be shown;
  // each as it is at one moment of the call. What a reader is shown never changes while he
  // reads, and he may take his time. He may not call the office; others may, and may have to wait.
  virtual void ForEach(const Reader& reader) const = 0;
};

// Opens an office without any line.
std::unique_ptr<Office> MakeOffice();

#endif  // LABS_13_ESCAPING_REFERENCE_OFFICE_H_
