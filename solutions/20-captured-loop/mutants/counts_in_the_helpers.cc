// YOUR FILE: the only one that is graded.
//
// expect: data-race
// Each helper takes the next number, and two of them take it at once.
#include <thread>

#include "warehouse.h"

std::vector<std::string> FetchFromAll(int shelves, const Fetch& fetch) {
  std::vector<std::string> items(shelves);
  std::vector<std::thread> helpers;
  int next = 0;
  for (int i = 0; i < shelves; ++i) {
    helpers.emplace_back([&] {
      const int shelf = next++;
      items.at(shelf) = fetch(shelf);
    });
  }
  for (std::thread& helper : helpers) helper.join();
  return items;
}
