// YOUR FILE: the only one that is graded.
//
// A thread copies its arguments before its constructor returns.
#include <thread>

#include "warehouse.h"

std::vector<std::string> FetchFromAll(int shelves, const Fetch& fetch) {
  const auto errand = [&fetch](int shelf, std::string& item) { item = fetch(shelf); };
  std::vector<std::string> items(shelves);
  std::vector<std::thread> helpers;
  for (int shelf = 0; shelf < shelves; ++shelf) {
    helpers.emplace_back(errand, shelf, std::ref(items[shelf]));
  }
  for (std::thread& helper : helpers) helper.join();
  return items;
}
