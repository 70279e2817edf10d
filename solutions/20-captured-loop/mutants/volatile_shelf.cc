// YOUR FILE: the only one that is graded.
//
// expect: data-race
// volatile makes each read a real one. It reads what the loop has made of the number.
#include <thread>

#include "warehouse.h"

std::vector<std::string> FetchFromAll(int shelves, const Fetch& fetch) {
  std::vector<std::string> items(shelves);
  std::vector<std::thread> helpers;
  for (volatile int shelf = 0; shelf < shelves;) {
    helpers.emplace_back([&] { items.at(shelf) = fetch(shelf); });
    shelf = shelf + 1;
  }
  for (std::thread& helper : helpers) helper.join();
  return items;
}
