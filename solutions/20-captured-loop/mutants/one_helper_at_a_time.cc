// YOUR FILE: the only one that is graded.
//
// expect: not-parallel
// A lock around the whole errand: all helpers are sent, and one of them walks.
#include <mutex>
#include <thread>

#include "warehouse.h"

std::vector<std::string> FetchFromAll(int shelves, const Fetch& fetch) {
  std::vector<std::string> items(shelves);
  std::vector<std::thread> helpers;
  std::mutex mutex;
  for (int shelf = 0; shelf < shelves; ++shelf) {
    helpers.emplace_back([&, shelf] {
      const std::lock_guard lock(mutex);
      items[shelf] = fetch(shelf);
    });
  }
  for (std::thread& helper : helpers) helper.join();
  return items;
}
