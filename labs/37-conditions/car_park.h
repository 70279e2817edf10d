// The contract of lab 37: a car park whose barrier opens by itself when there is a place.
//
// Example:
//   std::unique_ptr<CarPark> park = MakeCarPark(1);
//   park->Enter();                                 // 1: the first ticket
//   std::jthread next([&] { park->Enter(); });     // Waits at the barrier …
//   park->Leave();                                 // … and gets ticket 2 now.
#ifndef LABS_37_CONDITIONS_CAR_PARK_H_
#define LABS_37_CONDITIONS_CAR_PARK_H_

#include <memory>

// Thread-safety: any number of threads may call any method at the same time.
// Memory order: what a thread did before Leave() happens-before the return of the Enter() that
// takes the place, and of WaitUntilQuiet(); what a thread did before Close() happens-before the
// return of WaitUntilQuiet() and of every Enter() that it sends away. Waiting costs nothing: a
// thread that waits sleeps, until what it waits for is true.
class CarPark {
 public:
  static constexpr int kClosed = 0;

  virtual ~CarPark() = default;

  // Waits until there is a free place, takes it, and returns the number of the ticket: 1 for the
  // first car, then 2, 3, … without a gap, in the order in which the places were taken. Returns
  // kClosed, without a place or a ticket, if the car park is closed, now or while the car waits.
  [[nodiscard]] virtual int Enter() = 0;

  // Gives back the place of a car that is inside. Does not wait for anybody to leave or enter.
  virtual void Leave() = 0;

  // Lets no car in any more and sends away all that wait. Cars that are inside may stay. May be
  // called more than once.
  virtual void Close() = 0;

  // Waits until the car park is closed and no car is inside. Returns at once ever after.
  virtual void WaitUntilQuiet() const = 0;
};

// Opens an empty car park with `places` places, at least one.
std::unique_ptr<CarPark> MakeCarPark(int places);

#endif  // LABS_37_CONDITIONS_CAR_PARK_H_
