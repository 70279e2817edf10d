// pthread keys, and the destructors of thread_local variables and of the program.
#include <errno.h>
#include <pthread.h>

#include <utility>
#include <vector>

#include "interpose.h"
#include "modules.h"
#include "program_load.h"
#include "program_state.h"

namespace racelab::explorer {
namespace {

// Keys made outside executions are real ones, with their destructors noted; keys made inside are
// ours, from a number that glibc (at most 1024 keys) does not use, and end with the execution.
constexpr pthread_key_t kFirstOwnKey = 0x10000;

struct Key {
  bool live = false;
  void (*destructor)(void*) = nullptr;
};
std::vector<Key> own_keys;
std::vector<Key> real_keys;

Key* KeyOf(pthread_key_t key) {
  auto& keys = key >= kFirstOwnKey ? own_keys : real_keys;
  const std::size_t i = key >= kFirstOwnKey ? key - kFirstOwnKey : key;
  return i < keys.size() && keys[i].live ? &keys[i] : nullptr;
}

}  // namespace

void ResetKeys() { own_keys.clear(); }

void RunKeyDestructors() {
  // As POSIX has it: destructors may set values again, a few times.
  for (int round = 0; round < PTHREAD_DESTRUCTOR_ITERATIONS; ++round) {
    bool ran = false;
    for (std::size_t i = 0; i < g_run.current().specific.size(); ++i) {
      void (*destructor)(void*) = nullptr;
      void* value;
      {
        RuntimeScope scope;
        auto& [key, slot] = g_run.current().specific[i];
        value = std::exchange(slot, nullptr);
        const Key* known = KeyOf(key);
        if (value != nullptr && known != nullptr) destructor = known->destructor;
      }
      if (destructor == nullptr) continue;
      destructor(value);
      ran = true;
    }
    if (!ran) return;
  }
}

}  // namespace racelab::explorer

using namespace racelab::explorer;

RACELAB_INTERPOSE int pthread_key_create(pthread_key_t* key, void (*destructor)(void*)) {
  // A key of libstdc++ is for the whole process, whoever made it create it.
  if (!g_active || g_modules.IsSystemCpp(RACELAB_CALLER_PC())) {
    RuntimeScope scope;
    const int error = RACELAB_REAL(pthread_key_create)(key, destructor);
    if (error == 0) {
      if (real_keys.size() <= *key) real_keys.resize(*key + 1);
      real_keys[*key] = Key{true, destructor};
    }
    return error;
  }
  RuntimeScope scope;
  *key = kFirstOwnKey + static_cast<pthread_key_t>(own_keys.size());
  own_keys.push_back(Key{true, destructor});
  return 0;
}

RACELAB_INTERPOSE int pthread_key_delete(pthread_key_t key) {
  RACELAB_PASS_THROUGH(pthread_key_delete, key);
  if (Key* known = KeyOf(key)) known->live = false;
  return 0;
}

RACELAB_INTERPOSE void* pthread_getspecific(pthread_key_t key) {
  RACELAB_PASS_THROUGH(pthread_getspecific, key);
  for (const auto& [known, value] : g_run.current().specific) {
    if (known == key) return value;
  }
  return nullptr;
}

RACELAB_INTERPOSE int pthread_setspecific(pthread_key_t key, const void* value) {
  RACELAB_PASS_THROUGH(pthread_setspecific, key, value);
  RuntimeScope scope;
  for (auto& [known, slot] : g_run.current().specific) {
    if (known != key) continue;
    slot = const_cast<void*>(value);
    return 0;
  }
  g_run.current().specific.emplace_back(key, const_cast<void*>(value));
  return 0;
}

extern "C" {
int __cxa_thread_atexit(void (*destructor)(void*), void* object, void* dso);
int __cxa_thread_atexit_impl(void (*destructor)(void*), void* object, void* dso);
int __cxa_atexit(void (*destructor)(void*), void* object, void* dso);
}

RACELAB_INTERPOSE int __cxa_thread_atexit(void (*destructor)(void*), void* object, void* dso) {
  RACELAB_PASS_THROUGH(__cxa_thread_atexit, destructor, object, dso);
  RuntimeScope scope;
  g_run.current().at_exit.emplace_back(destructor, object);
  return 0;
}

RACELAB_INTERPOSE int __cxa_thread_atexit_impl(void (*destructor)(void*), void* object, void* dso) {
  RACELAB_PASS_THROUGH(__cxa_thread_atexit_impl, destructor, object, dso);
  RuntimeScope scope;
  g_run.current().at_exit.emplace_back(destructor, object);
  return 0;
}

RACELAB_INTERPOSE int __cxa_atexit(void (*destructor)(void*), void* object, void* dso) {
  if (!g_active || g_run.current().lasting > 0) {
    RuntimeScope scope;
    if (g_loading) LoadExitHandlers().emplace_back(destructor, object);
    return RACELAB_REAL(__cxa_atexit)(destructor, object, dso);
  }
  RuntimeScope scope;
  g_run.at_exit().emplace_back(destructor, object);
  return 0;
}
