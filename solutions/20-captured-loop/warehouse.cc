// YOUR FILE: the only one that is graded.
//
// The number goes with the helper; what is shared outlives all of them.
#include "warehouse.h"

#include <thread>

std::vector<std::string> FetchFromAll(int shelves, const Fetch& fetch) {
  std::vector<std::string> items(shelves);
  {
    std::vector<std::jthread> helpers;
    for (int shelf = 0; shelf < shelves; ++shelf) {
      // `shelf` by value: copied now, by this thread. `items` and `fetch` by reference: both are
      // there until the helpers are gone, and no two of them use the same item.
      helpers.emplace_back([&items, &fetch, shelf] { items[shelf] = fetch(shelf); });
    }
  }  // Joins all, before the items are taken from here.
  return items;
}
