// YOUR FILE: the only one that is graded.
//
// expect: data-race
// The items are moved out first, and then the jthreads are joined.
#include <thread>

#include "warehouse.h"

std::vector<std::string> FetchFromAll(int shelves, const Fetch& fetch) {
  std::vector<std::string> items(shelves);
  std::vector<std::jthread> helpers;
  for (int shelf = 0; shelf < shelves; ++shelf) {
    helpers.emplace_back([&items, &fetch, shelf] { items[shelf] = fetch(shelf); });
  }
  return std::vector<std::string>(std::move(items));
}
