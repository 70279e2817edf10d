// YOUR FILE: the only one that is graded.
//
// expect: data-race
// static: the helpers of two callers stand in one list.
#include <thread>

#include "warehouse.h"

std::vector<std::string> FetchFromAll(int shelves, const Fetch& fetch) {
  static std::vector<std::thread> helpers;
  std::vector<std::string> items(shelves);
  for (int shelf = 0; shelf < shelves; ++shelf) {
    helpers.emplace_back([&items, &fetch, shelf] { items[shelf] = fetch(shelf); });
  }
  for (std::thread& helper : helpers) helper.join();
  helpers.clear();
  return items;
}
