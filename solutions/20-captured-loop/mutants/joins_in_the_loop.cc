// YOUR FILE: the only one that is graded.
//
// expect: not-parallel
// Right at last, and one after the other: a helper is sent when the one before is back.
#include <thread>

#include "warehouse.h"

std::vector<std::string> FetchFromAll(int shelves, const Fetch& fetch) {
  std::vector<std::string> items(shelves);
  std::vector<std::thread> helpers;
  for (int shelf = 0; shelf < shelves; ++shelf) {
    helpers.emplace_back([&] { items[shelf] = fetch(shelf); });
    helpers.back().join();
  }
  return items;
}
