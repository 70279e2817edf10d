// YOUR FILE: the only one that is graded.
//
// POSIX semaphores and a POSIX barrier, with a second meeting after the bond.
#include <pthread.h>
#include <semaphore.h>

#include <utility>

#include "reactor.h"

namespace {

class WaterMachine : public Reactor {
 public:
  explicit WaterMachine(Bond bond) : bond_(std::move(bond)) {
    sem_init(&hydrogens_, 0, 2);
    sem_init(&oxygens_, 0, 1);
    pthread_barrier_init(&three_, nullptr, 3);
  }

  ~WaterMachine() override {
    pthread_barrier_destroy(&three_);
    sem_destroy(&oxygens_);
    sem_destroy(&hydrogens_);
  }

  void Hydrogen() override { Join(&hydrogens_, Atom::kHydrogen); }

  void Oxygen() override { Join(&oxygens_, Atom::kOxygen); }

 private:
  void Join(sem_t* places, Atom atom) {
    while (sem_wait(places) != 0) {  // Interrupted by a signal.
    }
    pthread_barrier_wait(&three_);
    bond_(atom);
    pthread_barrier_wait(&three_);
    sem_post(places);
  }

  sem_t hydrogens_;
  sem_t oxygens_;
  pthread_barrier_t three_;
  const Bond bond_;
};

}  // namespace

std::unique_ptr<Reactor> MakeReactor(Bond bond) {
  return std::make_unique<WaterMachine>(std::move(bond));
}
