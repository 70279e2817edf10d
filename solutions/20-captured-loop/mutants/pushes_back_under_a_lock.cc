// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// No race, and the items lie in the order in which the helpers came back.
#include <mutex>
#include <thread>

#include "warehouse.h"

std::vector<std::string> FetchFromAll(int shelves, const Fetch& fetch) {
  std::mutex mutex;
  std::vector<std::string> items;
  std::vector<std::thread> helpers;
  for (int shelf = 0; shelf < shelves; ++shelf) {
    helpers.emplace_back([&, shelf] {
      const std::string item = fetch(shelf);
      const std::lock_guard lock(mutex);
      items.push_back(item);
    });
  }
  for (std::thread& helper : helpers) helper.join();
  return items;
}
