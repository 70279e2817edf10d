// What differs from run to run or from machine to machine, made the same everywhere: random numbers
// and the number of processors.
#include <sched.h>
#include <stdlib.h>
#include <sys/random.h>
#include <sys/sysinfo.h>
#include <unistd.h>

#include <cstdint>

#include "interpose.h"
#include "program_state.h"

namespace racelab::explorer {
namespace {

constexpr int kProcessors = 2;

std::uint64_t random_state = 0;

std::uint64_t NextRandom() {  // SplitMix64
  std::uint64_t z = (random_state += 0x9E3779B97F4A7C15u);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

void FillRandom(void* buffer, size_t bytes) {
  for (size_t i = 0; i < bytes; ++i)
    static_cast<char*>(buffer)[i] = static_cast<char>(NextRandom());
}

}  // namespace

void ResetRandom() { random_state = 1; }

}  // namespace racelab::explorer

using namespace racelab::explorer;

RACELAB_INTERPOSE int rand() {
  RACELAB_PASS_THROUGH(rand);
  return static_cast<int>(NextRandom() >> 33);
}
RACELAB_INTERPOSE void srand(unsigned seed) {
  if (!g_active) {
    RACELAB_REAL(srand)(seed);
    return;
  }
  random_state = seed;
}
RACELAB_INTERPOSE long random() {
  RACELAB_PASS_THROUGH(random);
  return static_cast<long>(NextRandom() >> 33);
}
RACELAB_INTERPOSE void srandom(unsigned seed) {
  if (!g_active) {
    RACELAB_REAL(srandom)(seed);
    return;
  }
  random_state = seed;
}
RACELAB_INTERPOSE ssize_t getrandom(void* buffer, size_t bytes, unsigned flags) {
  RACELAB_PASS_THROUGH(getrandom, buffer, bytes, flags);
  FillRandom(buffer, bytes);
  return static_cast<ssize_t>(bytes);
}
RACELAB_INTERPOSE int getentropy(void* buffer, size_t bytes) {
  RACELAB_PASS_THROUGH(getentropy, buffer, bytes);
  FillRandom(buffer, bytes);
  return 0;
}

RACELAB_INTERPOSE int get_nprocs() {
  RACELAB_PASS_THROUGH(get_nprocs);
  return kProcessors;
}
RACELAB_INTERPOSE long sysconf(int name) {
  if (g_active && (name == _SC_NPROCESSORS_ONLN || name == _SC_NPROCESSORS_CONF))
    return kProcessors;
  return RACELAB_REAL(sysconf)(name);
}
RACELAB_INTERPOSE int sched_getcpu() {
  RACELAB_PASS_THROUGH(sched_getcpu);
  return 0;
}

// std::random_device::_M_getval() and std::thread::hardware_concurrency() of libstdc++.
extern "C" {
unsigned _ZNSt13random_device9_M_getvalEv(void* self);
unsigned _ZNSt6thread20hardware_concurrencyEv();
}
RACELAB_INTERPOSE unsigned _ZNSt13random_device9_M_getvalEv(void* self) {
  RACELAB_PASS_THROUGH(_ZNSt13random_device9_M_getvalEv, self);
  return static_cast<unsigned>(NextRandom());
}
RACELAB_INTERPOSE unsigned _ZNSt6thread20hardware_concurrencyEv() {
  RACELAB_PASS_THROUGH(_ZNSt6thread20hardware_concurrencyEv);
  return kProcessors;
}
