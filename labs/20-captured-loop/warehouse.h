// The contract of lab 20: a warehouse that sends a helper to each of its shelves.
//
// Example:
//   const std::vector<std::string> items =
//       FetchFromAll(3, [](int shelf) { return shelf == 0 ? "tea" : "rice"; });
//   // tea, rice, rice
#ifndef LABS_20_CAPTURED_LOOP_WAREHOUSE_H_
#define LABS_20_CAPTURED_LOOP_WAREHOUSE_H_

#include <functional>
#include <string>
#include <vector>

// Walks to a shelf and brings what is there. Takes its time, may be called by several threads at
// once, does not throw, and is the caller's: it is gone when FetchFromAll() has returned.
using Fetch = std::function<std::string(int shelf)>;

// Calls `fetch` once for each of the shelves 0, 1, … `shelves` - 1, and returns what it brought, in
// the order of the shelves. Returns when all calls have, and leaves no thread behind.
//
// Parallel: no call waits for another one to end. All of them may be on their way at once, however
// long the first one takes.
// Thread-safety: may be called by any number of threads at the same time.
// Memory order: what the caller did before happens-before every call of `fetch`, and what those did
// happens-before the return.
std::vector<std::string> FetchFromAll(int shelves, const Fetch& fetch);

#endif  // LABS_20_CAPTURED_LOOP_WAREHOUSE_H_
