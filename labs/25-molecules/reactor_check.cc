#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "racelab/scenario.h"
#include "reactor.h"

namespace {

constexpr Atom H = Atom::kHydrogen;
constexpr Atom O = Atom::kOxygen;

// Four counts in one number, a byte each.
constexpr std::uint32_t kHydrogens = 1;  // that came
constexpr std::uint32_t kOxygens = 1 << 8;
constexpr std::uint32_t kBegun = 1 << 16;  // bonds
constexpr std::uint32_t kEnded = 1 << 24;

int CountOf(std::uint32_t unit, std::uint32_t counts) {
  return static_cast<int>(counts / unit % 256);
}

// Watches a machine. The counts are a relaxed atomic, which orders nothing: that earlier ones are
// seen is what the machine promises.
class Laboratory {
 public:
  // Brings the atoms one after the other, in the calling thread.
  void Bring(const std::vector<Atom>& atoms) {
    for (const Atom atom : atoms) {
      mine_ = &atom;
      Count(atom == H ? kHydrogens : kOxygens);
      atom == H ? machine_->Hydrogen() : machine_->Oxygen();
      mine_ = nullptr;
    }
  }

  void ExpectMolecules(int molecules) const {
    ASSERT_EQ(CountOf(kEnded, counts_), 3 * molecules) << "bonds, of three for each molecule";
    for (int i = 0; i < molecules; ++i) {
      const auto first = bonds_.begin() + 3 * i;
      EXPECT_EQ(std::count(first, first + 3, H), 2)
          << "hydrogens among the three bonds of molecule " << i + 1;
    }
  }

 private:
  std::uint32_t Count(std::uint32_t unit) {
    return counts_.fetch_add(unit, std::memory_order_relaxed);
  }

  void Observe(Atom atom) {
    EXPECT_TRUE(mine_ != nullptr && *mine_ == atom)
        << "an atom bonds in the thread that brought it, and only once";
    const std::uint32_t before = Count(kBegun);
    const int place = CountOf(kBegun, before);
    const int molecule = place / 3 + 1;
    bonds_.at(place) = atom;
    const int hydrogens = CountOf(kHydrogens, before);
    const int oxygens = CountOf(kOxygens, before);
    EXPECT_TRUE(hydrogens >= 2 * molecule && oxygens >= molecule)
        << "an atom of molecule " << molecule << " bonded when only " << hydrogens
        << " hydrogens and " << oxygens << " oxygens had come";
    EXPECT_GE(CountOf(kEnded, before), 3 * (molecule - 1))
        << "bonds that were over when an atom of molecule " << molecule << " bonded";
    Count(kEnded);
  }

  static thread_local const Atom* mine_;

  std::atomic<std::uint32_t> counts_{0};
  std::array<Atom, 12> bonds_{};  // In the order in which they began.
  std::unique_ptr<Reactor> machine_ = MakeReactor([this](Atom atom) { Observe(atom); });
};

thread_local const Atom* Laboratory::mine_ = nullptr;

// Each thread brings its atoms one after the other.
void MakeWater(const std::vector<std::vector<Atom>>& threads) {
  racelab::ForbidPolling();
  Laboratory laboratory;
  std::vector<std::function<void()>> functions;
  std::size_t atoms = 0;
  for (const std::vector<Atom>& brought : threads) {
    functions.emplace_back([&] { laboratory.Bring(brought); });
    atoms += brought.size();
  }
  racelab::Concurrently(functions);
  laboratory.ExpectMolecules(static_cast<int>(atoms / 3));
}

TEST(Reactor, BondsNoAtomBeforeItsMoleculeIsComplete) {
  racelab::Explore([] { MakeWater({{H}, {H}, {O}}); });
}

TEST(Reactor, EndsAMoleculeBeforeItBeginsTheNext) {
  racelab::Explore([] { MakeWater({{H, H}, {H, H}, {O, O}}); });
}

// Every atom in a thread of its own, so that any four hydrogens may meet any two oxygens.
TEST(Reactor, SortsTwoMoleculesOutOfSixAtoms) {
  racelab::Explore([] { MakeWater({{O}, {O}, {H}, {H}, {H}, {H}}); });
}

}  // namespace
