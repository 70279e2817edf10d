// YOUR FILE: the only one that is graded.
//
// expect: data-race
// std::ref asks the thread not to copy its argument.
#include <functional>
#include <thread>

#include "warehouse.h"

std::vector<std::string> FetchFromAll(int shelves, const Fetch& fetch) {
  std::vector<std::string> items(shelves);
  std::vector<std::thread> helpers;
  const auto errand = [&](const int& shelf) { items.at(shelf) = fetch(shelf); };
  for (int shelf = 0; shelf < shelves; ++shelf) {
    helpers.emplace_back(errand, std::ref(shelf));
  }
  for (std::thread& helper : helpers) helper.join();
  return items;
}
