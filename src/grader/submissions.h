// The bank of a lab: everything the course itself says the verdict of.
#ifndef RACELAB_GRADER_SUBMISSIONS_H_
#define RACELAB_GRADER_SUBMISSIONS_H_

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "grader/catalog.h"
#include "grader/finding.h"

namespace racelab {

enum class Role { kStarter, kSolution, kAlternative, kMutant };

std::string_view RoleName(Role role);  // "starter", "solution", "alternative", "mutant"

struct Submission {
  Role role = Role::kStarter;
  std::string name;  // The file's stem: "unlocks_before_reading".
  std::filesystem::path file;
  Kind expected = Kind::kPass;  // The verdict it must get, every time.
};

// The starter, the solution, the alternatives and the mutants of `lab`, in this order and sorted by
// name within a role. A mutant declares its verdict in its first ten lines, `// expect: data-race`;
// InvalidArgument names each mutant that does not, or that declares an unknown kind. NotFound when
// there is no solution. Blocks on the file system.
absl::StatusOr<std::vector<Submission>> SubmissionsOf(const Lab& lab);

// The verdict that a mutant's source declares.
absl::StatusOr<Kind> DeclaredVerdict(std::string_view source, std::string_view file_name);

}  // namespace racelab

#endif  // RACELAB_GRADER_SUBMISSIONS_H_
