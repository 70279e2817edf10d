// The contract of lab 21: a bakery's shelf, between those who bake and those who sell.
//
// Example:
//   std::unique_ptr<Shelf> shelf = MakeShelf(2);
//   std::jthread baker([&] {
//     for (int loaf = 1; loaf <= 5; ++loaf) shelf->Put(loaf);  // Waits for a place now and then.
//     shelf->Close();
//   });
//   while (std::optional<int> loaf = shelf->Take()) Sell(*loaf);  // 1, 2, 3, 4, 5, then the end.
#ifndef LABS_21_BOUNDED_BUFFER_SHELF_H_
#define LABS_21_BOUNDED_BUFFER_SHELF_H_

#include <memory>
#include <optional>

// Thread-safety: any number of threads may call any method at the same time. Each call takes effect
// at one moment between its beginning and its end.
// Order: loaves leave the shelf in the order in which they were put there.
// Waiting: a thread that waits sleeps until another one wakes it. No call may sleep for a time,
// wait with a time limit, or go round and round looking. No call waits for longer than it must:
// when what it waits for is true, it ends. Memory order: what a thread did before Put()
// happens-before the return of the Take() that gets the loaf, and what it did before Take()
// happens-before the return of the Put() that takes the place. What it did before Close()
// happens-before every return of false or of no loaf.
class Shelf {
 public:
  virtual ~Shelf() = default;

  // Waits until there is a free place, puts the loaf there and returns true. Returns false, and
  // puts nothing on the shelf, if the shelf is closed, now or while the thread waits.
  virtual bool Put(int loaf) = 0;

  // Waits until there is a loaf, takes the one that has lain there longest, and returns it. What
  // was put there before Close() can still be taken after it. Returns no loaf once the shelf is
  // closed and empty, now or while the thread waits.
  [[nodiscard]] virtual std::optional<int> Take() = 0;

  // From now on nothing is put on the shelf. Waits neither for a place nor for a loaf. May be
  // called more than once, by any thread.
  virtual void Close() = 0;
};

// Puts up an empty shelf with `places` places, at least one. Nobody uses it any more when it is
// destroyed.
std::unique_ptr<Shelf> MakeShelf(int places);

#endif  // LABS_21_BOUNDED_BUFFER_SHELF_H_
