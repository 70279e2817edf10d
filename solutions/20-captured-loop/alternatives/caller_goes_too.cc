// YOUR FILE: the only one that is graded.
//
// A helper for each shelf but the last: there the caller goes in person, before it joins.
#include <thread>

#include "warehouse.h"

std::vector<std::string> FetchFromAll(int shelves, const Fetch& fetch) {
  std::vector<std::string> items(shelves);
  std::vector<std::thread> helpers;
  for (int shelf = 0; shelf + 1 < shelves; ++shelf) {
    helpers.emplace_back([&items, &fetch, shelf] { items[shelf] = fetch(shelf); });
  }
  if (shelves > 0) items.back() = fetch(shelves - 1);
  for (std::thread& helper : helpers) helper.join();
  return items;
}
