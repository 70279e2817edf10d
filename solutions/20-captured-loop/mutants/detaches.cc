// YOUR FILE: the only one that is graded.
//
// expect: data-race
// Nobody waits for the helpers: the items are taken while they are being brought.
#include <thread>

#include "warehouse.h"

std::vector<std::string> FetchFromAll(int shelves, const Fetch& fetch) {
  std::vector<std::string> items(shelves);
  for (int shelf = 0; shelf < shelves; ++shelf) {
    std::thread([&items, &fetch, shelf] { items[shelf] = fetch(shelf); }).detach();
  }
  return items;
}
