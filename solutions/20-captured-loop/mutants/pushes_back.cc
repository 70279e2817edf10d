// YOUR FILE: the only one that is graded.
//
// expect: data-race
// Numbers by value, and all helpers push into one vector.
#include <thread>

#include "warehouse.h"

std::vector<std::string> FetchFromAll(int shelves, const Fetch& fetch) {
  std::vector<std::string> items;
  std::vector<std::thread> helpers;
  for (int shelf = 0; shelf < shelves; ++shelf) {
    helpers.emplace_back([&items, &fetch, shelf] { items.push_back(fetch(shelf)); });
  }
  for (std::thread& helper : helpers) helper.join();
  return items;
}
