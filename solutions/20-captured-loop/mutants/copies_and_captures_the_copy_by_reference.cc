// YOUR FILE: the only one that is graded.
//
// expect: data-race
// The copy lives for one turn of the loop, and the helper holds a reference to it.
#include <thread>

#include "warehouse.h"

std::vector<std::string> FetchFromAll(int shelves, const Fetch& fetch) {
  std::vector<std::string> items(shelves);
  std::vector<std::thread> helpers;
  for (int shelf = 0; shelf < shelves; ++shelf) {
    const int mine = shelf;
    helpers.emplace_back([&] { items.at(mine) = fetch(mine); });
  }
  for (std::thread& helper : helpers) helper.join();
  return items;
}
