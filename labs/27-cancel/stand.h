// The contract of lab 27: a taxi stand, where a passenger may give up waiting.
//
// Example:
//   std::unique_ptr<TaxiStand> stand = MakeTaxiStand();
//   std::jthread passenger([&](std::stop_token cancel) {
//     if (const std::optional<int> taxi = stand->Wait(cancel)) Ride(*taxi);
//   });
//   passenger.request_stop();  // Friends offer a lift: Wait() returns without a taxi.
#ifndef LABS_27_CANCEL_STAND_H_
#define LABS_27_CANCEL_STAND_H_

#include <memory>
#include <optional>
#include <stop_token>

// Thread-safety: any number of threads may call any method at the same time, and ask to stop what
// they have the stop source of. Every call ends when what it waits for has come true.
// Waiting: a thread that waits sleeps until another one wakes it. No call may sleep for a time,
// wait with a time limit, or go round and round looking. Memory order: what a thread did before
// Arrive() happens-before the return of the Wait() that gets the taxi.
class TaxiStand {
 public:
  virtual ~TaxiStand() = default;

  // A taxi drives up and stands there until somebody takes it. Does not wait for a passenger.
  virtual void Arrive(int taxi) = 0;

  // Waits until there is a taxi, takes the one that has stood there longest, and returns it. Ends
  // as well when `cancel` is asked to stop, before the call or during it: then it returns no taxi,
  // has taken none away, and the other passengers wait on as if it had never come. When there is a
  // taxi and `cancel` is asked to stop, either may be returned.
  //
  // request_stop() waits neither for a taxi nor for a passenger. When this call has returned, it
  // has no interest in the token any more: that may be asked to stop when the stand is long gone.
  [[nodiscard]] virtual std::optional<int> Wait(std::stop_token cancel) = 0;
};

// Opens a stand without taxis. Nobody uses it any more when it is destroyed.
std::unique_ptr<TaxiStand> MakeTaxiStand();

#endif  // LABS_27_CANCEL_STAND_H_
