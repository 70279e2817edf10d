// The labs, as CMake describes them in each build tree's labs.json.
//
// Thread-safety: immutable after Load.
#ifndef RACELAB_GRADER_CATALOG_H_
#define RACELAB_GRADER_CATALOG_H_

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "grader/finding.h"
#include "grader/workspace.h"

namespace racelab {

// How one variant of a lab is built, in one tree.
struct LabBuild {
  std::string variant;                     // "plain", "asan", "tsan", "explore"
  std::string compiler;                    // As CMake names it: "GNU 12.2.0"
  std::filesystem::path tree;              // build/<preset>
  std::filesystem::path library;           // Built from the lab's own student file.
  std::filesystem::path check_executable;  // Loads the library by its soname.
  std::string object_target;  // Ninja targets; their commands are replayed for a submission.
  std::string library_target;
};

struct Lab {
  std::string name;          // "09-lost-update"
  std::string title;         // "Lost update"
  std::string part;          // "II"
  std::string student_file;  // Bare names, in lab_dir.
  std::string contract;
  std::string check;
  std::filesystem::path lab_dir;
  std::filesystem::path solutions_dir;
  std::vector<std::string> variants;  // The ones this lab is judged in, in order.
  std::vector<std::string> concepts;
  std::vector<std::string> prerequisites;
  std::vector<std::string> seen_by;  // The variants that see the starter's bug, every time.
  std::vector<std::string> tests;    // The manifest: exactly these must pass, in every variant.
  int points = 0;
  int minutes = 0;  // A typical time for a student.
  Kind starter_verdict = Kind::kDataRace;
  int time_limit_s = 10;  // Of one check process, wall clock.
  int memory_mib = 512;   // Resident, over the whole process tree.
  int processes = 64;     // Processes and threads alive at once.

  // What Load's tree says of each variant it can build; another tree's by BuildOf.
  std::vector<LabBuild> builds;

  std::filesystem::path StudentFile() const { return lab_dir / student_file; }
  // "labs/09-lost-update/README.md"
  std::string Story() const { return "labs/" + name + "/README.md"; }
};

class Catalog {
 public:
  // Reads `tree`/labs.json. NotFound when the tree is not configured; InvalidArgument, naming the
  // file and the field, when it is not what CMake writes.
  static absl::StatusOr<Catalog> Load(const std::filesystem::path& tree);

  const std::vector<Lab>& labs() const { return labs_; }

  // By exact name; nullptr when there is none.
  const Lab* Find(std::string_view name) const;

 private:
  std::vector<Lab> labs_;
};

}  // namespace racelab

#endif  // RACELAB_GRADER_CATALOG_H_
