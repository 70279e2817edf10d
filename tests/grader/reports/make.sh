#!/bin/sh
# Makes the reports NAME.COMPILER.txt from the programs NAME.cc again. The tests read the reports, so
# that they do not depend on the compilers of the machine that runs them.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

report() { # NAME COMPILER SANITIZERS
  "$2" -std=c++20 -O1 -g -fno-omit-frame-pointer -pthread "-fsanitize=$3" \
    -fno-sanitize-recover=undefined -o "$work/$1" "$1.cc"
  common="log_path=$work/log:symbolize=1:handle_abort=1:color=never"
  TSAN_OPTIONS="$common:detect_deadlocks=0:exitcode=0:atexit_sleep_ms=50" \
    ASAN_OPTIONS="$common" UBSAN_OPTIONS="$common:print_stacktrace=1" \
    setarch -R "$work/$1" > "$work/log.0" 2>&1 || true
  case $2 in g++) by=gcc ;; *) by=clang ;; esac
  cat "$work"/log.* | sed "s|$PWD/||g; s|$work/||g" > "$1.$by.txt"
  rm -f "$work"/log.*
}

for compiler in g++ clang++; do
  for name in race free_race thread_leak uncaught; do report $name $compiler thread; done
  for name in use_after_free overflow leak undefined; do report $name $compiler address,undefined; done
done
