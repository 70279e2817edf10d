// What the program under test does while it is loaded, before any execution: its static
// initializers allocate memory and register destructors.
#ifndef RACELAB_EXPLORER_PROGRAM_LOAD_H_
#define RACELAB_EXPLORER_PROGRAM_LOAD_H_

#include <utility>
#include <vector>

namespace racelab::explorer {

// True while static initializers of shared objects run. Their memory comes from the persistent
// heap, which is put back with the variables that point to it.
extern bool g_loading;

// Around a dlopen of the program under test. (Objects that the executable is linked with are loaded
// inside such a scope of their own.)
class ProgramLoad {
 public:
  ProgramLoad();
  ~ProgramLoad();
  ProgramLoad(const ProgramLoad&) = delete;
  ProgramLoad& operator=(const ProgramLoad&) = delete;
};

// Destructors registered by static initializers while loading, oldest first.
using ExitHandler = std::pair<void (*)(void*), void*>;
std::vector<ExitHandler>& LoadExitHandlers();

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_PROGRAM_LOAD_H_
