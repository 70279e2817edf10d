// YOUR FILE: the only one that is graded.
//
// expect: data-race
// No race on the board any more; but two helpers who read the same number write the same item.
#include <atomic>
#include <thread>

#include "warehouse.h"

std::vector<std::string> FetchFromAll(int shelves, const Fetch& fetch) {
  std::vector<std::string> items(shelves);
  std::vector<std::thread> helpers;
  std::atomic<int> board{0};
  for (int shelf = 0; shelf < shelves; ++shelf) {
    board = shelf;
    helpers.emplace_back([&] {
      const int mine = board;
      items[mine] = fetch(mine);
    });
  }
  for (std::thread& helper : helpers) helper.join();
  return items;
}
