// YOUR FILE: the only one that is graded.
//
// expect: data-race
// jthreads join by themselves, which was not the trouble: the reference is.
#include <thread>

#include "warehouse.h"

std::vector<std::string> FetchFromAll(int shelves, const Fetch& fetch) {
  std::vector<std::string> items(shelves);
  std::vector<std::jthread> helpers;
  for (int shelf = 0; shelf < shelves; ++shelf) {
    helpers.emplace_back([&] { items.at(shelf) = fetch(shelf); });
  }
  for (std::jthread& helper : helpers) helper.join();
  return items;
}
