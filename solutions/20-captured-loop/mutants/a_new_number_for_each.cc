// YOUR FILE: the only one that is graded.
//
// expect: leak
// A number for each helper, on the heap, that nobody gives back.
#include <thread>

#include "warehouse.h"

std::vector<std::string> FetchFromAll(int shelves, const Fetch& fetch) {
  std::vector<std::string> items(shelves);
  std::vector<std::thread> helpers;
  for (int shelf = 0; shelf < shelves; ++shelf) {
    const int* const mine = new int(shelf);
    helpers.emplace_back([&items, &fetch, mine] { items[*mine] = fetch(*mine); });
  }
  for (std::thread& helper : helpers) helper.join();
  return items;
}
