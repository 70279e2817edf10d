// YOUR FILE: the only one that is graded.
//
// Nobody is sent to a certain shelf: each helper draws a number of its own, in one step.
#include <atomic>
#include <thread>

#include "warehouse.h"

std::vector<std::string> FetchFromAll(int shelves, const Fetch& fetch) {
  std::vector<std::string> items(shelves);
  std::atomic<int> next{0};
  std::vector<std::thread> helpers;
  for (int i = 0; i < shelves; ++i) {
    helpers.emplace_back([&] {
      const int shelf = next.fetch_add(1);
      items[shelf] = fetch(shelf);
    });
  }
  for (std::thread& helper : helpers) helper.join();
  return items;
}
