// YOUR FILE: the only one that is graded.
//
// expect: data-race
// A copy is made, by the wrong thread: when the helper comes to it, the number may be wiped.
#include <thread>

#include "warehouse.h"

std::vector<std::string> FetchFromAll(int shelves, const Fetch& fetch) {
  std::vector<std::string> items(shelves);
  std::vector<std::thread> helpers;
  for (int shelf = 0; shelf < shelves; ++shelf) {
    helpers.emplace_back([&] {
      const int mine = shelf;
      items.at(mine) = fetch(mine);
    });
  }
  for (std::thread& helper : helpers) helper.join();
  return items;
}
