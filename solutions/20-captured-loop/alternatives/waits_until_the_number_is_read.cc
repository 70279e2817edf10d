// YOUR FILE: the only one that is graded.
//
// One board for all, wiped only when the helper has read it: a handshake in every turn.
#include <semaphore>
#include <thread>

#include "warehouse.h"

std::vector<std::string> FetchFromAll(int shelves, const Fetch& fetch) {
  std::vector<std::string> items(shelves);
  std::vector<std::thread> helpers;
  std::binary_semaphore read(0);
  for (int shelf = 0; shelf < shelves; ++shelf) {
    helpers.emplace_back([&] {
      const int mine = shelf;
      read.release();
      items[mine] = fetch(mine);
    });
    read.acquire();
  }
  for (std::thread& helper : helpers) helper.join();
  return items;
}
