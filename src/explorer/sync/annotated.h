// Happens-before that a program states by itself.
#ifndef RACELAB_EXPLORER_SYNC_ANNOTATED_H_
#define RACELAB_EXPLORER_SYNC_ANNOTATED_H_

namespace racelab::explorer {

// Everything before a release of an address happens-before what follows a later acquire of it. Not
// scheduling points.
void AnnotatedRelease(const void* object);
void AnnotatedAcquire(const void* object);
void AnnotatedMutexCreated(const void* mutex);
void ResetAnnotated();

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_SYNC_ANNOTATED_H_
