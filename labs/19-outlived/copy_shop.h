// The contract of lab 19: a copy shop that prints while its customers walk on.
//
// Example:
//   std::unique_ptr<CopyShop> shop = MakeCopyShop([](const std::string& page) { Print(page); });
//   {
//     const std::string poster = "Lost: a grey cat";
//     shop->Order(poster);  // Returns before the poster is printed …
//   }                       // … and the customer takes the original home.
//   shop.reset();           // Returns after it has been printed.
#ifndef LABS_19_OUTLIVED_COPY_SHOP_H_
#define LABS_19_OUTLIVED_COPY_SHOP_H_

#include <functional>
#include <memory>
#include <string>

// Prints a page. Takes its time, uses what belongs to whoever opened the shop, may be called by
// several threads at once, and neither throws nor calls the shop.
using Print = std::function<void(const std::string& page)>;

// Thread-safety: any number of threads may call Order() at the same time. Destroying the shop is
// not among them: nobody calls Order() any more by then.
// Memory order: what a thread did before Order() happens-before the printing of the page; all
// printing happens-before the end of the shop's destruction.
class CopyShop {
 public:
  // Closes the shop: waits until everything that was ordered has been printed. By its end the shop
  // has let go of all that is not its own: it does not call or use the Print any more, not even to
  // destroy it, and keeps no copy of it.
  virtual ~CopyShop() = default;

  // Takes an order and returns: does not wait for this page, or for another one, to be printed. The
  // page is printed once, as it is now, in some thread of the shop, with no need for anybody to
  // order again or to close the shop. Pages may be printed in any order.
  //
  // The original belongs to the customer, who may destroy it as soon as this returns.
  virtual void Order(const std::string& page) = 0;
};

// Opens a shop. Only the shop keeps this Print; what the Print uses lives until the shop is closed.
std::unique_ptr<CopyShop> MakeCopyShop(Print print);

#endif  // LABS_19_OUTLIVED_COPY_SHOP_H_
