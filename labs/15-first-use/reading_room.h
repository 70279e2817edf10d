// The contract of lab 15: a reading room that has its atlas fetched when the first reader asks.
//
// Example:
//   std::unique_ptr<ReadingRoom> room = MakeReadingRoom([] { return FetchFromTheCellar(); });
//   std::jthread ada([&] { Read(*room->Get()); });
//   std::jthread ben([&] { Read(*room->Get()); });
//   // Both read the same atlas. Had nobody asked, it would still be in the cellar.
#ifndef LABS_15_FIRST_USE_READING_ROOM_H_
#define LABS_15_FIRST_USE_READING_ROOM_H_

#include <functional>
#include <memory>

struct Atlas {
  virtual ~Atlas() = default;
  int pages = 0;
};

// Brings an atlas, never nullptr, or throws if there is none to be had just now. May take its time
// and may be called by several threads at once. May not call the room.
using Fetch = std::function<std::unique_ptr<Atlas>()>;

// Thread-safety: any number of threads may call Get() at the same time.
class ReadingRoom {
 public:
  // Destroys every atlas that was fetched for this room and is still there. Nobody may be in a call
  // or read an atlas any more by then.
  virtual ~ReadingRoom() = default;

  // The atlas of this room: never nullptr, the same one for everybody, for as long as the room
  // exists. Has it fetched, in this thread, if it is not there yet, and may wait for others who are
  // fetching it. Calls that overlap may fetch more than one: one is kept, nobody is given another.
  // A call that begins when another has returned an atlas fetches nothing.
  //
  // If its fetch throws, the call throws the same to its caller, and that is all: others get no
  // exception but their own, and whoever has no atlas yet has one fetched as if for the first time.
  //
  // Memory order: all that the fetch of this atlas did happens-before the return of each call.
  virtual const Atlas* Get() = 0;
};

// Opens a room. Nothing is fetched as long as nobody asks.
std::unique_ptr<ReadingRoom> MakeReadingRoom(Fetch fetch);

#endif  // LABS_15_FIRST_USE_READING_ROOM_H_
