#!/bin/sh
# Obtains the sources of Abseil, oneTBB and GoogleTest into the folder $1, unless they are there.
# Debian and Ubuntu: through the system's own package manager, with a private list of sources made
# from the machine's own; nothing under /etc is changed. Elsewhere: the upstream release, with its
# SHA-256. Each library appears whole or not at all, so an interrupted run is simply run again.
set -eu

dest=$1
say() { printf 'racelab: %s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

all_there() { [ -d "$dest/abseil" ] && [ -d "$dest/onetbb" ] && [ -d "$dest/googletest" ]; }

# deb822 files and one-line lists both become "deb-src" entries.
private_lists() {
  mkdir -p "$work/sources.d"
  for list in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
    [ -r "$list" ] && sed -n 's/^deb \(.*\)/deb-src \1/p' "$list"
  done | grep -E 'debian|ubuntu' | grep -v -i -e docker -e nodesource > "$work/sources.d/machine.list" || true
  for list in /etc/apt/sources.list.d/*.sources; do
    if [ -r "$list" ] && grep -qE '^URIs:.*(debian|ubuntu)' "$list"; then
      sed 's/^Types:.*/Types: deb-src/' "$list" > "$work/sources.d/$(basename "$list")"
    fi
  done
}

apt() {
  apt-get -qq -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts="$work/sources.d" \
    -o Dir::State::lists="$work/lists" -o Dir::Cache="$work/cache" \
    -o APT::Sandbox::User="$(id -un)" "$@"
}

fetch_with_apt() {
  say 'reading the package manager'"'"'s list of sources …'
  private_lists
  mkdir -p "$work/lists/partial" "$work/cache/archives/partial"
  apt update || return 1
  say 'fetching the sources of Abseil, oneTBB and GoogleTest …'
  (cd "$work" && apt source --download-only abseil onetbb googletest)
}

fetch_release() { # NAME URL SHA256
  say "fetching $1 from its upstream release …"
  if command -v curl > /dev/null; then curl -fsSL -o "$work/$1.orig.tar.gz" "$2"
  elif command -v wget > /dev/null; then wget -qO "$work/$1.orig.tar.gz" "$2"
  else die "neither curl nor wget is installed. Install one of them and try again."; fi
  echo "$3  $work/$1.orig.tar.gz" | sha256sum --check --quiet
}

fetch_upstream() {
  fetch_release abseil https://github.com/abseil/abseil-cpp/archive/refs/tags/20220623.1.tar.gz \
    91ac87d30cc6d79f9ab974c51874a704de9c2647c40f6932597329a282217ba8
  fetch_release onetbb https://github.com/oneapi-src/oneTBB/archive/refs/tags/v2021.8.0.tar.gz \
    eee380323bb7ce864355ed9431f85c43955faaae9e9bce35c62b372d7ffd9f8b
  fetch_release googletest https://github.com/google/googletest/archive/release-1.12.1.tar.gz \
    81964fe578e9bd7c94dfdb09c8e4d6e6759e19967e397dbea48d1c10e45d0df2
}

unpack() { # NAME
  [ -d "$dest/$1" ] && return
  mkdir "$work/$1"
  tar -xf "$work/$1"*.orig.tar.* -C "$work/$1" --strip-components=1
  mv "$work/$1" "$dest/$1"
}

all_there && exit 0
mkdir -p "$dest" || die "cannot write to $dest. Set RACELAB_BUILD to a folder you can write to."
work=$(mktemp -d "$dest/fetch.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

if command -v apt-get > /dev/null; then fetch_with_apt; else fetch_upstream; fi ||
  die 'the sources could not be fetched: is there a network? Everything else is kept; try again.'
for name in abseil onetbb googletest; do unpack "$name"; done
