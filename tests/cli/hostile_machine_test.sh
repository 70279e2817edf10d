#!/bin/sh
# What the judge says on a machine with a full disk, and in a checkout that nobody may write to. The
# machine is made so in a mount namespace; that needs root (77: skipped).
#
# usage: hostile_machine_test.sh ROOT PLAIN_TREE
set -eu
export RACELAB_ROOT="$1" RACELAB_BUILD
tree=$2
if [ "$(id -u)" -ne 0 ] || ! unshare --mount true 2> /dev/null; then
  echo "needs root and mount namespaces"
  exit 77
fi

RACELAB_BUILD=$(dirname "$tree")
mkdir -p "$RACELAB_BUILD/tmp"

# expect STATUS WORDS MOUNT COMMAND…: runs the grader where the shell text MOUNT was done.
expect() {
  status=$1 words=$2 mount=$3
  shift 3
  got=0
  output=$(unshare --mount sh -c "$mount && exec \"\$@\"" sh "$tree/bin/racelab-grader" "$@" 2>&1) || got=$?
  if [ "$got" -ne "$status" ] || ! printf '%s\n' "$output" | grep -q "$words"; then
    printf 'racelab %s: expected exit %s and "%s", got exit %s:\n%s\n' "$*" "$status" "$words" "$got" "$output"
    exit 1
  fi
}

# shellcheck disable=SC2016 # expanded by the inner shell
full='mount -t tmpfs -o size=64k tmpfs "$RACELAB_BUILD/tmp"'
# shellcheck disable=SC2016
read_only='mount --bind "$RACELAB_BUILD" "$RACELAB_BUILD" && mount -o remount,ro,bind "$RACELAB_BUILD"'

expect 4 "is full: 0 MiB are free, 32 are needed. Free some" "$full" check 09-lost-update
expect 4 "Set TMPDIR to a folder you may write to" "$read_only" check 09-lost-update
expect 0 "09-lost-update" "$read_only" # the overview needs nothing written
echo "passed"
