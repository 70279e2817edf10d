#!/bin/sh
# labs/README.md is what `racelab list --markdown` prints. Usage: course_page_test.sh ROOT BUILD GRADER
set -eu
root=$1 build=$2 grader=$3
printed=$(RACELAB_ROOT=$root RACELAB_BUILD=$build "$grader" list --markdown)
[ "$printed" = "$(cat "$root/labs/README.md")" ] && exit 0
printf '%s\n' "$printed" | diff "$root/labs/README.md" - || true
echo 'FAILED: labs/README.md is out of date. Write it anew: ./racelab list --markdown > labs/README.md' >&2
exit 1
