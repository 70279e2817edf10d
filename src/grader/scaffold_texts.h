// The texts of a new lab's files. @NAME@, @NUMBER@, @TITLE@ and @GUARD@ are replaced.
#ifndef RACELAB_GRADER_SCAFFOLD_TEXTS_H_
#define RACELAB_GRADER_SCAFFOLD_TEXTS_H_

namespace racelab {

inline constexpr char kScaffoldCMake[] = R"(race_lab(@NAME@
  TITLE "@TITLE@"
  PART II
  STUDENT_FILE tally.cc
  CONTRACT tally.h
  CHECK tally_check.cc
  VARIANTS plain asan tsan
  POINTS 10
  MINUTES 15
  STARTER_VERDICT data-race
  CONCEPTS "data race")
)";

inline constexpr char kScaffoldReadme[] = R"(# @NUMBER@ @TITLE@

## The story

Tell of something in real life that goes wrong because two do it at once.

## What goes wrong

| thread 1 | thread 2 |
|---|---|
| reads 7 | |
| | reads 7 |
| | writes 8 |
| writes 8 | |

## Your task

Edit `tally.cc`: say what to achieve, never how. `tally.h` says what is promised.

## Run it

    ./racelab check @NAME@

## Done when

All variants pass.

## Hints

### Hint 1
A question that makes the student look at the right place.
### Hint 2
The idea, in words.
### Hint 3
The shape of the fix, without the code.

## Read more

The C++ draft, [intro.races].

## Explain why

1. A question that only somebody who understood the fix can answer. Answers: `solutions/@NAME@/answers.md`.
)";

inline constexpr char kScaffoldContract[] =
    R"(// The contract of lab @NUMBER@: what the student file promises to everybody else.
#ifndef @GUARD@
#define @GUARD@

#include <memory>

// Thread-safety: any number of threads may call any method at the same time.
class Tally {
 public:
  virtual ~Tally() = default;

  // Adds `amount`. Every call counts, whichever thread makes it.
  virtual void Add(int amount) = 0;

  // The sum of every Add() that happens-before this call.
  virtual int Sum() const = 0;
};

// Makes a tally of its own that stands at 0.
std::unique_ptr<Tally> MakeTally();

#endif  // @GUARD@
)";

inline constexpr char kScaffoldCheck[] = R"(#include <gtest/gtest.h>

#include <memory>

#include "racelab/scenario.h"
#include "tally.h"

namespace {

TEST(Tally, StandsAtZeroAtFirst) { EXPECT_EQ(MakeTally()->Sum(), 0); }

TEST(Tally, CountsWhatEveryThreadAdds) {
  racelab::Explore([] {
    const std::unique_ptr<Tally> tally = MakeTally();
    racelab::Concurrently(2, [&](int) {
      tally->Add(1);
      tally->Add(2);
    });
    EXPECT_EQ(tally->Sum(), 6) << "two threads added 1 and 2 each, and have been joined";
  });
}

}  // namespace
)";

// The student file, its solution, an alternative and a mutant differ in these places only.
inline constexpr char kScaffoldAnswer[] = R"(// YOUR FILE: the only one that is graded.
@HEADER@@INCLUDE@#include "tally.h"

namespace {

class SharedTally : public Tally {
 public:
@METHODS@
 private:
@MEMBERS@};

}  // namespace

std::unique_ptr<Tally> MakeTally() { return std::make_unique<SharedTally>(); }
)";

inline constexpr char kScaffoldAnswers[] = R"(# Answers: @NUMBER@ @TITLE@

1. Write the answer here.
)";

}  // namespace racelab

#endif  // RACELAB_GRADER_SCAFFOLD_TEXTS_H_
