// YOUR FILE: the only one that is graded.
//
// The number by value, and a second loop that joins.
#include <thread>

#include "warehouse.h"

std::vector<std::string> FetchFromAll(int shelves, const Fetch& fetch) {
  std::vector<std::string> items(shelves);
  std::vector<std::thread> helpers;
  for (int shelf = 0; shelf < shelves; ++shelf) {
    helpers.emplace_back([&, shelf] { items[shelf] = fetch(shelf); });
  }
  for (std::thread& helper : helpers) helper.join();
  return items;
}
