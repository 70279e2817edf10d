// YOUR FILE: the only one that is graded.
//
// `item` names another element in each turn; the number follows from where it stands.
#include <thread>

#include "warehouse.h"

std::vector<std::string> FetchFromAll(int shelves, const Fetch& fetch) {
  std::vector<std::string> items(shelves);
  std::vector<std::thread> helpers;
  for (std::string& item : items) {
    helpers.emplace_back([&] { item = fetch(static_cast<int>(&item - items.data())); });
  }
  for (std::thread& helper : helpers) helper.join();
  return items;
}
