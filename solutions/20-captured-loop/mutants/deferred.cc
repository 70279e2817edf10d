// YOUR FILE: the only one that is graded.
//
// expect: not-parallel
// A deferred task runs in get(), in the thread that asks: no helper is ever sent.
#include <future>

#include "warehouse.h"

std::vector<std::string> FetchFromAll(int shelves, const Fetch& fetch) {
  std::vector<std::future<std::string>> errands;
  for (int shelf = 0; shelf < shelves; ++shelf) {
    errands.push_back(std::async(std::launch::deferred, fetch, shelf));
  }
  std::vector<std::string> items;
  for (std::future<std::string>& errand : errands) items.push_back(errand.get());
  return items;
}
