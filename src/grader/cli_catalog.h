// Keeps the list of labs in step with the folders of the checkout.
#ifndef RACELAB_GRADER_CLI_CATALOG_H_
#define RACELAB_GRADER_CLI_CATALOG_H_

#include "absl/status/status.h"
#include "grader/workspace.h"

namespace racelab {

// Whether a lab was added, removed or described anew since `build`/plain/labs.json was written: by
// the times of the files that it is made from. Edits of student files do not count.
bool CatalogIsStale(const Workspace& workspace);

// Configures the plain tree again, which writes labs.json. Blocks for a second or two. An error
// carries what CMake said.
absl::Status RefreshCatalog(const Workspace& workspace);

}  // namespace racelab

#endif  // RACELAB_GRADER_CLI_CATALOG_H_
