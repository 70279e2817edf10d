// YOUR FILE: the only one that is graded.
//
// Each helper brings its item in a future; they are opened in the order of the shelves.
#include <future>

#include "warehouse.h"

std::vector<std::string> FetchFromAll(int shelves, const Fetch& fetch) {
  std::vector<std::future<std::string>> errands;
  for (int shelf = 0; shelf < shelves; ++shelf) {
    errands.push_back(std::async(std::launch::async, fetch, shelf));
  }
  std::vector<std::string> items;
  for (std::future<std::string>& errand : errands) items.push_back(errand.get());
  return items;
}
