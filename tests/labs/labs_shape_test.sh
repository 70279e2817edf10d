#!/usr/bin/env bash
# Checks that every lab and its mirror in solutions/ have the shape that the course promises.
# Usage: labs_shape_test.sh ROOT. Prints one line for each mistake; status 1 when there is one.
set -euo pipefail
root=$(readlink -f "$1")
failed=0

readonly first_line='// YOUR FILE: the only one that is graded.'
readonly sections='## The story|## What goes wrong|## Your task|## Run it|## Done when|## Hints|### Hint 1|### Hint 2|### Hint 3|## Read more|## Explain why'
readonly kinds='data-race|wrong-value|deadlock|lost-wakeup|livelock|use-after-free|leak|undefined-behaviour|crash|hang|not-parallel|resource-leak|compile-error|forbidden'

complain() {
  printf '%s: %s\n' "${1#"$root"/}" "$2"
  failed=1
}

lines() { wc -l < "$1"; }

# What the lab's CMakeLists.txt says for KEY.
field() { sed -nE "s/^.*\b$2 +\"?([^\" )]+).*/\1/p" "$1/CMakeLists.txt" | head -n 1; }

# Everything below FOLDER that is not one of the named files or folders.
check_stray() {
  local folder=$1 name wanted
  shift
  while read -r name; do
    for wanted in "$@"; do [ "$name" = "$wanted" ] && continue 2; done
    complain "$folder/$name" 'does not belong here'
  done < <(find "$folder" -mindepth 1 -maxdepth 1 -printf '%f\n')
}

check_submission() {
  [ "$(head -n 1 "$1")" = "$first_line" ] || complain "$1" "must begin with: $first_line"
}

check_readme() {
  local readme=$1/README.md number=${2%%-*} headings
  [ "$(lines "$readme")" -le 60 ] || complain "$readme" "$(lines "$readme") lines, at most 60"
  [[ $(head -n 1 "$readme") == "# $number "* ]] || complain "$readme" "must begin with: # $number …"
  headings=$(grep -E '^##+ ' "$readme" | paste -sd '|')
  [ "$headings" = "$sections" ] || complain "$readme" "has the sections $headings; expected $sections"
  grep -q "racelab check $2" "$readme" || complain "$readme" 'does not say how to run it'
  grep -qE '^\|[ :-]+\|[ :|-]+$' "$readme" || complain "$readme" 'shows nothing in columns'
  [ "$(sed '1,/^## Explain why/d' "$readme" | grep -cE '^[0-9]\. ')" -eq 2 ] ||
    complain "$readme" 'must ask two questions in the end'
}

check_lab() {
  local lab=$1 name student contract check
  name=$(basename "$lab")
  student=$(field "$lab" STUDENT_FILE)
  contract=$(field "$lab" CONTRACT)
  check=$(field "$lab" CHECK)
  for file in README.md "$student" "$contract" "$check"; do
    [ -f "$lab/$file" ] || { complain "$lab/$file" 'is missing'; return; }
  done
  check_stray "$lab" CMakeLists.txt README.md "$student" "$contract" "$check" examples
  [ "$(grep -c 'race_lab(' "$lab/CMakeLists.txt")" -eq 1 ] ||
    complain "$lab/CMakeLists.txt" 'must call race_lab() once'
  check_readme "$lab" "$name"
  check_submission "$lab/$student"
  [ "$(lines "$lab/$student")" -le 60 ] ||
    complain "$lab/$student" "$(lines "$lab/$student") lines, at most 60"
  [ "$(grep -c TODO "$lab/$student")" -eq 1 ] || complain "$lab/$student" 'must have one TODO'
  grep -qiE 'thread-safety|process' "$lab/$contract" || complain "$lab/$contract" 'says nothing of thread-safety'
  check_solutions "$root/solutions/$name" "$student"
}

check_solutions() {
  local folder=$1 student=$2 file
  for file in answers.md "$student" alternatives mutants; do
    [ -e "$folder/$file" ] || { complain "$folder/$file" 'is missing'; return; }
  done
  check_stray "$folder" answers.md "$student" alternatives mutants
  [ "$(grep -cE '^[0-9]\. ' "$folder/answers.md")" -eq 2 ] ||
    complain "$folder/answers.md" 'must answer two questions'
  [ "$(find "$folder/alternatives" -name '*.cc' | wc -l)" -ge 2 ] ||
    complain "$folder/alternatives" 'must hold two alternatives at least'
  [ "$(find "$folder/mutants" -name '*.cc' | wc -l)" -ge 4 ] ||
    complain "$folder/mutants" 'must hold four mutants at least'
  for file in "$folder/$student" "$folder"/alternatives/* "$folder"/mutants/*; do
    [[ $file =~ /[a-z0-9_]+\.cc$ ]] || complain "$file" 'must be named in_words.cc'
    check_submission "$file"
    ! grep -q TODO "$file" || complain "$file" 'still has a TODO'
  done
  for file in "$folder"/mutants/*; do check_mutant "$file"; done
}

check_mutant() {
  local head
  head=$(head -n 10 "$1")
  grep -qE "^// expect: ($kinds)$" <<< "$head" || complain "$1" 'declares no verdict: // expect: KIND'
  # A sentence or more on what is wrong, beside the marks.
  [ "$(grep '^// ' <<< "$head" | grep -cvE '^// (YOUR FILE|expect|waits for):')" -ge 1 ] ||
    complain "$1" 'does not say what is wrong'
}

for lab in "$root"/labs/[0-9][0-9]-*/; do check_lab "${lab%/}"; done
for mirror in "$root"/solutions/*/; do
  [ -d "$root/labs/$(basename "$mirror")" ] || complain "${mirror%/}" 'has no lab'
done
exit "$failed"
