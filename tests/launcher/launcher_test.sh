#!/bin/sh
# The launcher, in a copy of the layout with a stand-in for the grader. Usage: launcher_test.sh LAUNCHER
set -eu
launcher=$1
unset RACELAB_ROOT RACELAB_BUILD # of the one who runs this test
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT

fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }

mkdir -p "$here/src" "$here/cmake" "$here/build/plain/bin"
cp "$launcher" "$here/racelab"
touch "$here/CMakeLists.txt" "$here/CMakePresets.json" "$here/src/a.cc"
cat > "$here/build/plain/bin/racelab-grader" << 'STUB'
#!/bin/sh
printf 'grader %s root=%s build=%s\n' "$*" "$RACELAB_ROOT" "$RACELAB_BUILD"
STUB
chmod +x "$here/build/plain/bin/racelab-grader"
touch -d '+1 second' "$here/build/grader.stamp"

# Nothing to do: it runs the grader with the arguments as they are, and says nothing itself.
said=$("$here/racelab" check '09 lost' 2>&1)
[ "$said" = "grader check 09 lost root=$here build=$here/build" ] || fail "said: $said"

# It works through a link, from another folder.
ln -s "$here/racelab" "$here/build/link"
said=$(cd / && "$here/build/link" list)
[ "$said" = "grader list root=$here build=$here/build" ] || fail "through a link: $said"

# A build folder that cannot be made is named, with the way out, and the exit code says environment.
status=0
said=$(RACELAB_BUILD=/proc/racelab "$here/racelab" list 2>&1) || status=$?
[ "$status" -eq 4 ] || fail "exit code $status for a folder that cannot be written"
case $said in
  *"cannot write to /proc/racelab"*RACELAB_BUILD*) ;;
  *) fail "said: $said" ;;
esac

# A source that is younger than the grader makes it build again: here that must fail, and say so.
touch -d '+2 seconds' "$here/src/a.cc"
status=0
said=$("$here/racelab" list 2>&1) || status=$?
[ "$status" -eq 4 ] || fail "exit code $status when the set-up fails"
case $said in
  *setup.log*) ;;
  *) fail "said: $said" ;;
esac
echo 'launcher: all as expected'
