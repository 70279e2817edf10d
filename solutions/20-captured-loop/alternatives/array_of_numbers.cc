// YOUR FILE: the only one that is graded.
//
// By reference, each to a number of its own that nobody changes.
#include <numeric>
#include <thread>

#include "warehouse.h"

std::vector<std::string> FetchFromAll(int shelves, const Fetch& fetch) {
  std::vector<int> numbers(shelves);
  std::iota(numbers.begin(), numbers.end(), 0);
  std::vector<std::string> items(shelves);
  std::vector<std::thread> helpers;
  for (const int& shelf : numbers) {
    helpers.emplace_back([&] { items[shelf] = fetch(shelf); });
  }
  for (std::thread& helper : helpers) helper.join();
  return items;
}
