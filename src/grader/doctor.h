// Looks at the machine: can it build, run sanitizers and judge? Each answer comes with its fix.
#ifndef RACELAB_GRADER_DOCTOR_H_
#define RACELAB_GRADER_DOCTOR_H_

#include <filesystem>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "grader/terminal.h"

namespace racelab {

enum class Health {
  kOk,
  kWarn,  // works, with a drawback that the text names
  kFail,  // no verdict can be formed before this is fixed
};

std::string_view HealthName(Health health);  // "ok", "warn", "fail"

struct DoctorLine {
  std::string name;  // "g++ ThreadSanitizer"
  Health health = Health::kOk;
  std::string text;  // what was seen: "finds a planted race, silent on a right program"
  std::string fix;   // what to do; "" when there is nothing to do
};

// The limits of a machine, apart from the probing so that tests can name any machine.
struct MachineFacts {
  int cores = 0;                          // that this process may use
  long memory_available_mib = 0;          // of the machine or of this control group, the smaller
  long disk_free_mib = 0;                 // where the build trees are
  int address_random_bits = 0;            // vm.mmap_rnd_bits; 0 when unknown
  bool randomization_can_be_off = false;  // personality(ADDR_NO_RANDOMIZE) is allowed
  int overcommit = 0;                     // vm.overcommit_memory
};

MachineFacts LookAtMachine(const std::filesystem::path& build);
std::vector<DoctorLine> JudgeMachine(const MachineFacts& facts);

// The tools: compilers, cmake, ninja, a fast linker.
std::vector<DoctorLine> LookAtTools();

// Builds and runs a planted race, a planted overflow and a right program with each compiler there
// is. Blocks for some seconds.
std::vector<DoctorLine> TrySanitizers();

// What can keep a submission apart from the machine: bubblewrap, Landlock.
std::vector<DoctorLine> LookForSandboxes();

// All of the above. `say` is told what is being looked at.
std::vector<DoctorLine> Diagnose(const std::filesystem::path& build,
                                 const std::function<void(std::string_view)>& say);

std::string RenderDoctor(const std::vector<DoctorLine>& lines, const Terminal& terminal);
nlohmann::json DoctorToJson(const std::vector<DoctorLine>& lines);
bool AnyFailed(const std::vector<DoctorLine>& lines);

}  // namespace racelab

#endif  // RACELAB_GRADER_DOCTOR_H_
