// The contract of lab 10: a concert hall whose guests come in through several doors.
//
// Example:
//   std::unique_ptr<Hall> hall = MakeHall(200);
//   std::jthread north([&] { hall->Seat(0); });
//   std::jthread south([&] { hall->Seat(1); });
//   // After both have been joined, seats 0 and 1 are taken, and two guests are on the list.
#ifndef LABS_10_NEIGHBOURS_HALL_H_
#define LABS_10_NEIGHBOURS_HALL_H_

#include <memory>
#include <vector>

// Thread-safety: any number of threads may call any method at the same time. Every seat is sold
// once, so no two calls of Seat() are for the same seat. Memory order: a call sees every Seat()
// that happens-before it; of one that runs at the same time it sees the mark on the seat, and the
// name on the list, each all or nothing.
class Hall {
 public:
  virtual ~Hall() = default;

  // A guest sits down: marks the seat as taken and puts it on the list of guests.
  virtual void Seat(int seat) = 0;

  virtual bool IsTaken(int seat) const = 0;

  // How many guests are on the list. Whoever asks for the List() afterwards finds as many at least.
  virtual int Guests() const = 0;

  // A copy of the list: the taken seats, each once, in any order. Nobody leaves it again.
  virtual std::vector<int> List() const = 0;
};

// Opens an empty hall with the seats 0, 1, … seats-1.
std::unique_ptr<Hall> MakeHall(int seats);

#endif  // LABS_10_NEIGHBOURS_HALL_H_
