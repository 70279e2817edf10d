// The contract of lab 26: a travel agency that asks several airlines at the same time.
//
// Example:
//   std::unique_ptr<Offer> offer = AskForJourney({AskTapForLisbon, AskLatamForLima});
//   ...                     // Both airlines are busy with it, and so are we.
//   int euros = offer->Price();   // Waits for both. Throws when one of them threw.
#ifndef LABS_26_PROMISES_AGENCY_H_
#define LABS_26_PROMISES_AGENCY_H_

#include <functional>
#include <memory>
#include <vector>

// Asks an airline what one leg of a journey costs, and returns the price in whole euros. It takes
// its time, and it may throw anything at all: when there is no seat, or when the line is dead.
using Inquiry = std::function<int()>;

// What a journey costs: an answer that may still be on its way.
//
// Thread-safety: one thread at a time uses an offer. Different offers do not know of each other.
class Offer {
 public:
  // Waits until every inquiry of the journey has returned or thrown: nothing runs on behind the
  // offer's back.
  virtual ~Offer() = default;

  // Waits for the airlines, and returns the sum of all prices. If inquiries have thrown, throws
  // what one of them threw, the same object or a copy of the same type; need not wait for the
  // others then. May be called as often as one likes, and gives the same answer every time.
  //
  // Waiting blocks: the thread sleeps until there is something to know. No call sleeps for a time,
  // waits with a limit, or goes round and round looking.
  //
  // Memory order: what an inquiry did before it returned is seen by whoever gets the price.
  virtual int Price() = 0;
};

// Calls every inquiry once, in another thread than the caller's, and all of them at the same time:
// none waits until another has ended. They start now, not when somebody wants to know the price.
// Returns at once, without waiting for any of them. A journey has one leg or more.
std::unique_ptr<Offer> AskForJourney(std::vector<Inquiry> legs);

#endif  // LABS_26_PROMISES_AGENCY_H_
