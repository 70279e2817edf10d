// YOUR FILE: the only one that is graded.
//
// expect: crash
// A std::thread that is destroyed without join or detach ends the whole program.
#include <thread>

#include "warehouse.h"

std::vector<std::string> FetchFromAll(int shelves, const Fetch& fetch) {
  std::vector<std::string> items(shelves);
  std::vector<std::thread> helpers;
  for (int shelf = 0; shelf < shelves; ++shelf) {
    helpers.emplace_back([&items, &fetch, shelf] { items[shelf] = fetch(shelf); });
  }
  return items;
}
