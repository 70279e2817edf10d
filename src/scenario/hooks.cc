// The hooks through which a program talks to a sanitizer, claimed by the check executable: the ones
// a submission defines in its shared object come second and are never called.

// What ThreadSanitizer is wrong about, each seen on a right program:
// - Abseil wakes a thread by a store into that thread's identity. A new identity's page comes from
//   mmap(), which counts as a write, and Abseil hides the ordering between the two from the
//   sanitizer. No student's function is ever called from there.
// - The count of who holds an exception is lowered inside libstdc++, which is not instrumented; the
//   last one frees it.
// - oneTBB lets a worker go that is still starting when the program ends: its own thread, which no
//   student can join.
// - libstdc++ 12 unlocks the pointer inside std::atomic<std::shared_ptr> with a relaxed store.
extern "C" const char* __tsan_default_suppressions() {
  return "race:AbslInternalPerThreadSemPost\n"
         "race:std::_Sp_atomic\n"
         "race:std::__exception_ptr::exception_ptr::_M_release\n"
         "thread:libtbb.so\n";
}

// detect_deadlocks: an order of locks that another lock protects would be reported as well.
// Real deadlocks are provoked and seen by the judge.
extern "C" const char* __tsan_default_options() { return "detect_deadlocks=0:history_size=4"; }
extern "C" const char* __asan_default_options() { return "detect_stack_use_after_return=1"; }
extern "C" const char* __ubsan_default_options() { return "print_stacktrace=1"; }
extern "C" const char* __lsan_default_suppressions() { return ""; }
