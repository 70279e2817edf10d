// YOUR FILE: the only one that is graded.
//
// expect: not-parallel
// The jthread dies at the end of its turn of the loop, and joins there.
#include <thread>

#include "warehouse.h"

std::vector<std::string> FetchFromAll(int shelves, const Fetch& fetch) {
  std::vector<std::string> items(shelves);
  for (int shelf = 0; shelf < shelves; ++shelf) {
    const std::jthread helper([&] { items[shelf] = fetch(shelf); });
  }
  return items;
}
