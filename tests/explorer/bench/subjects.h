// The small concurrent programs whose exploration is measured. Instrumented, in a shared object.
#ifndef RACELAB_TESTS_EXPLORER_BENCH_SUBJECTS_H_
#define RACELAB_TESTS_EXPLORER_BENCH_SUBJECTS_H_

namespace racelab::bench {

void TwoPlainIncrements();      // (a) two threads, one `++` each, unguarded
void TwoLockedIncrements();     // (b) the same under a mutex
void ThirtyAtomicIncrements();  // (c) three threads, ten fetch_add each
void BoundedBuffer();           // (d) two producers, two consumers, room for one item

// `threads` threads add `times` times each, under one mutex.
void LockedIncrements(int threads, int times);
// Each with a mutex of its own, so that no two steps of different threads depend on each other.
void SeparateIncrements(int threads, int times);

}  // namespace racelab::bench

#endif  // RACELAB_TESTS_EXPLORER_BENCH_SUBJECTS_H_
