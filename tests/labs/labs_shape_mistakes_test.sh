#!/usr/bin/env bash
# Breaks a copy of one lab in each way that labs_shape_test.sh knows, and sees it complain.
# Usage: labs_shape_mistakes_test.sh ROOT
set -euo pipefail
root=$(readlink -f "$1")
shape_test=$(dirname "$(readlink -f "$0")")/labs_shape_test.sh
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
failed=0

readonly name=09-lost-update
readonly lab=labs/$name solutions=solutions/$name

fresh_copy() {
  rm -rf "${copy:?}"/*
  mkdir "$copy/labs" "$copy/solutions"
  cp -r "$root/$lab" "$copy/labs/"
  cp -r "$root/$solutions" "$copy/solutions/"
}

# expect_complaint WORDS COMMAND…: after COMMAND in the copy the test must complain with WORDS.
expect_complaint() {
  local words=$1 said
  shift
  fresh_copy
  (cd "$copy" && "$@")
  if said=$("$shape_test" "$copy"); then
    echo "should have complained \"$words\" after: $*"
    failed=1
  elif [[ $said != *"$words"* ]]; then
    echo "should have complained \"$words\" after: $*; but said: $said"
    failed=1
  fi
}

fresh_copy
"$shape_test" "$copy" || { echo "complains about an unbroken lab"; exit 1; }

expect_complaint 'does not belong here' touch $lab/notes.txt
expect_complaint 'does not belong here' touch $solutions/old.cc
expect_complaint 'counter.h: is missing' rm $lab/counter.h
expect_complaint 'answers.md: is missing' rm $solutions/answers.md
expect_complaint 'must begin with: // YOUR FILE' sed -i 1d $lab/counter.cc
expect_complaint 'must begin with: // YOUR FILE' sed -i 1d $solutions/mutants/volatile_value.cc
expect_complaint 'must have one TODO' sed -i /TODO/d $lab/counter.cc
expect_complaint 'still has a TODO' sed -i '2i // TODO' $solutions/counter.cc
expect_complaint 'at most 60' sed -i '1a\\n\n\n\n\n\n\n\n\n\n' $lab/README.md
expect_complaint 'has the sections' sed -i '/^### Hint 2/d' $lab/README.md
expect_complaint 'shows nothing in columns' sed -i '/^|/d' $lab/README.md
expect_complaint 'must ask two questions' sed -i '/^2\. /d' $lab/README.md
expect_complaint 'must answer two questions' sed -i '/^2\. /d' $solutions/answers.md
expect_complaint 'says nothing of thread-safety' sed -i /Thread-safety/d $lab/counter.h
expect_complaint 'declares no verdict' sed -i 's/expect: data-race/expect: bad-luck/' $solutions/mutants/volatile_value.cc
expect_complaint 'does not say what is wrong' sed -i 4d $solutions/mutants/volatile_value.cc
expect_complaint 'two alternatives' find $solutions/alternatives -name '[!c]*.cc' -delete
expect_complaint 'four mutants' find $solutions/mutants -name '[!v]*.cc' -delete
expect_complaint 'named in_words.cc' cp $solutions/counter.cc $solutions/mutants/Best-Try.cc
expect_complaint 'has no lab' mkdir solutions/10-nobody
exit "$failed"
