// What a submission opened, so that what it leaves open can be named.
#ifndef RACELAB_FAULTS_NAMES_H_
#define RACELAB_FAULTS_NAMES_H_

#include <cstdint>
#include <string>
#include <vector>

namespace racelab::faults {

// "/ring" → "/racelab-1234-ring": a name of this check process alone, so that two checks that run
// at the same time do not meet.
std::string OwnName(const std::string& name);

// Remembers a name in shared memory (or of a semaphore) that an execution made.
void NoteName(const std::string& own_name, bool semaphore, std::uintptr_t pc);

// Remembers by which call a descriptor of this process came to be.
void NoteDescriptor(int fd, const char* call, std::uintptr_t pc);

// The open descriptors of this process, without our own.
std::vector<int> OpenDescriptors();

// Reports what this process still has: descriptors that are not among `before`, and children. Ends
// and reaps those children that have ended.
void ReportWhatIsLeft(const std::vector<int>& before);

// For the supervisor, after an execution: reports and removes the names that are left.
void ReportAndRemoveNames();

}  // namespace racelab::faults

#endif  // RACELAB_FAULTS_NAMES_H_
