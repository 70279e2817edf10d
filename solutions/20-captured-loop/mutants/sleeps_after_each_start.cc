// YOUR FILE: the only one that is graded.
//
// expect: data-race
// Gives each helper a millisecond to read the number. Nothing says that this is enough.
#include <chrono>
#include <thread>

#include "warehouse.h"

std::vector<std::string> FetchFromAll(int shelves, const Fetch& fetch) {
  std::vector<std::string> items(shelves);
  std::vector<std::thread> helpers;
  for (int shelf = 0; shelf < shelves; ++shelf) {
    helpers.emplace_back([&] { items.at(shelf) = fetch(shelf); });
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  for (std::thread& helper : helpers) helper.join();
  return items;
}
