// YOUR FILE: the only one that is graded.
//
// A task holds the number, its future holds the item.
#include <future>
#include <thread>

#include "warehouse.h"

std::vector<std::string> FetchFromAll(int shelves, const Fetch& fetch) {
  std::vector<std::future<std::string>> results;
  std::vector<std::jthread> helpers;
  for (int shelf = 0; shelf < shelves; ++shelf) {
    std::packaged_task<std::string()> errand([&fetch, shelf] { return fetch(shelf); });
    results.push_back(errand.get_future());
    helpers.emplace_back(std::move(errand));
  }
  std::vector<std::string> items;
  for (std::future<std::string>& result : results) items.push_back(result.get());
  return items;
}
