# SPDX-License-Identifier: EUPL-1.2
# Sourced by ./run and ./test: installs what packages.txt and web/package-lock.json name, and builds. Does nothing twice.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
install=${install:-yes}

say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }
[ -t 2 ] || say() { printf '%s\n' "$*" >&2; }
stop() { say "$*"; exit 3; }

# The packages of the parts that are asked for.
wanted() {
  awk -v parts=" $* " '/^# \[/ { gsub(/[#\[\] ]/, ""); on = index(parts, " " $0 " "); next } !/^#/ && NF && on' packages.txt
}

# Those that are not there. npm counts as there however it came: Debian's cannot stand beside another Node.
missing() {
  local name
  for name in $(wanted "$@"); do
    if [ "$name" = npm ] && command -v npm >/dev/null; then continue; fi
    dpkg-query -W -f='${db:Status-Abbrev}' "$name" 2>/dev/null | grep -q '^ii' || printf '%s\n' "$name"
  done
}

install_packages() {
  local list
  list=$(missing "$@")
  [ -n "$list" ] || return 0
  [ "$install" = yes ] || stop "These packages are missing: $(echo $list)"
  say "Installing $(wc -w <<<"$list") Debian packages"
  local as_root=()
  [ "$(id -u)" = 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get update -qq
  # shellcheck disable=SC2086  # a list of words
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $list >/dev/null ||
    stop "The packages could not be installed: $(echo $list)"
}

# The hash of everything that goes into the pages; kept beside what was built from it.
web_state() {
  (cd web && git ls-files -z --cached --others --exclude-standard . ../api/openapi.yaml 2>/dev/null | sort -z | xargs -0 cat 2>/dev/null |
    sha256sum | cut -d' ' -f1)
}

build_pages() {
  local state
  if [ ! -e web/node_modules/.installed ] || ! cmp -s web/package-lock.json web/node_modules/.installed; then
    [ "$install" = yes ] || [ -d web/node_modules ] || stop "web/node_modules is missing"
    say "Installing the pages' libraries"
    (cd web && npm ci --no-audit --no-fund --loglevel=error)
    # npm leaves out what the Node that runs it is too old for, as that of Debian 12 is: once more with the Node that came along.
    (cd web && PATH="$PWD/node_modules/node/bin:$PATH" npm install --no-save --no-audit --no-fund --loglevel=error)
    cp web/package-lock.json web/node_modules/.installed
  fi
  state=$(web_state)
  if [ ! -e web/dist/index.html ] || [ "$(cat web/dist/.built-from 2>/dev/null)" != "$state" ]; then
    say "Building the pages"
    (cd web && npm run --silent build)
    echo "$state" >web/dist/.built-from
  fi
}

# configure PRESET: the tests and benchmarks too when `with_tests` is yes; they need packages that the program does not.
configure() {
  local preset=$1 flags=(-DKOERS_NO_TESTS=ON -DKOERS_BENCH=OFF)
  if [ "${with_tests:-no}" = yes ]; then flags=(-DKOERS_NO_TESTS=OFF); fi
  if [ -e "build/$preset/build.ninja" ]; then
    [ "${with_tests:-no}" = yes ] && grep -q '^KOERS_NO_TESTS:[A-Z]*=ON' "build/$preset/CMakeCache.txt" || return 0
  else
    say "Building Koers ($preset); the first time takes some minutes"
  fi
  cmake --preset "$preset" "${flags[@]}" >"build-$preset.log" 2>&1 || { cat "build-$preset.log" >&2; exit 3; }
  rm -f "build-$preset.log"
}

# build_program PRESET [TARGET…]
build_program() {
  local preset=$1
  shift
  configure "$preset"
  cmake --build --preset "$preset" ${1:+--target "$@"} -- ${quiet_ninja:---quiet}
}
