// YOUR FILE: the only one that is graded.
//
// One helper for each shelf, all at once. Some shelves are visited twice, and some never.
#include "warehouse.h"

#include <thread>

std::vector<std::string> FetchFromAll(int shelves, const Fetch& fetch) {
  std::vector<std::string> items(shelves);
  std::vector<std::thread> helpers;
  // TODO: let every helper go to the shelf that it was sent to, and all of them at the same time.
  for (int shelf = 0; shelf < shelves; ++shelf) {
    helpers.emplace_back([&] { items.at(shelf) = fetch(shelf); });
  }
  for (std::thread& helper : helpers) helper.join();
  return items;
}
