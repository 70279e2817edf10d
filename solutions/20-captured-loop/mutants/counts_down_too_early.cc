// YOUR FILE: the only one that is graded.
//
// expect: data-race
// The helper reports back before it has put down its item.
#include <latch>
#include <thread>

#include "warehouse.h"

std::vector<std::string> FetchFromAll(int shelves, const Fetch& fetch) {
  std::vector<std::string> items(shelves);
  std::vector<std::jthread> helpers;
  std::latch all_back(shelves);
  for (int shelf = 0; shelf < shelves; ++shelf) {
    helpers.emplace_back([&, shelf] {
      std::string item = fetch(shelf);
      all_back.count_down();
      items[shelf] = std::move(item);
    });
  }
  all_back.wait();
  return std::vector<std::string>(items);
}
