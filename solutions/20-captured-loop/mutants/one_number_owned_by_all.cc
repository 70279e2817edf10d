// YOUR FILE: the only one that is graded.
//
// expect: data-race
// shared_ptr keeps the number alive; the loop goes on changing it.
#include <memory>
#include <thread>

#include "warehouse.h"

std::vector<std::string> FetchFromAll(int shelves, const Fetch& fetch) {
  std::vector<std::string> items(shelves);
  std::vector<std::thread> helpers;
  for (const auto shelf = std::make_shared<int>(0); *shelf < shelves; ++*shelf) {
    helpers.emplace_back([&items, &fetch, shelf] { items.at(*shelf) = fetch(*shelf); });
  }
  for (std::thread& helper : helpers) helper.join();
  return items;
}
