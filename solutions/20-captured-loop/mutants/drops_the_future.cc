// YOUR FILE: the only one that is graded.
//
// expect: not-parallel
// The future dies in its turn of the loop, and waits there for its helper.
#include <future>

#include "warehouse.h"

std::vector<std::string> FetchFromAll(int shelves, const Fetch& fetch) {
  std::vector<std::string> items(shelves);
  for (int shelf = 0; shelf < shelves; ++shelf) {
    const auto errand = std::async(std::launch::async, [&] { items[shelf] = fetch(shelf); });
  }
  return items;
}
