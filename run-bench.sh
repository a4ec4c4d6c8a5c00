#!/usr/bin/env bash
# Builds what is not built and runs the suite; all arguments are its own: ./run-bench.sh --help
set -euo pipefail

script="${BASH_SOURCE[0]}"
while [ -L "$script" ]; do
  link="$(readlink "$script")"
  case "$link" in
    /*) script="$link" ;;
    *) script="$(dirname "$script")/$link" ;;
  esac
done
root="$(CDPATH='' cd -- "$(dirname "$script")" && pwd -P)"

dotnet="$(command -v dotnet || true)"
for candidate in "${DOTNET_ROOT:-}/dotnet" "${HOME:-}/.dotnet/dotnet"; do
  if [ -z "$dotnet" ] && [ -x "$candidate" ]; then
    dotnet="$candidate"
  fi
done
if [ -z "$dotnet" ]; then
  echo "run-bench.sh: there is no dotnet on the PATH, in DOTNET_ROOT or in ~/.dotnet; install the .NET SDK 10 (https://dotnet.microsoft.com/download)" >&2
  exit 2
fi

# Built only where something is newer than the last build: starting the SDK takes longer than a duel.
program="$root/bench/Memory64.Bench/bin/Release/net10.0"
is_built() {
  [ -f "$program/Memory64.Bench.dll" ] && [ -f "$program/built" ] && [ -z "$(
    find "$root/bench" "$root/guest/wasm" "$root"/Directory.* "$root/global.json" \
      \( -name bin -o -name obj \) -prune -o -newer "$program/built" -print -quit
  )" ]
}

# Built from its own folder, whose global.json names the SDK, and run in the caller's, from which paths are taken.
if ! is_built; then
  mkdir -p "$program"
  touch "$program/building"
  if ! build="$(cd "$root" && "$dotnet" build -c Release --nologo -v quiet -tl:off bench/Memory64.Bench 2>&1)"; then
    printf '%s\n' "$build" | grep -E ': error |^error ' | sort -u | sed 5q >&2 || printf '%s\n' "$build" >&2
    echo "run-bench.sh: the program could not be built; dotnet build -c Release in $root says all of it" >&2
    exit 2
  fi
  # The time at which the build began: what was changed meanwhile is newer.
  mv "$program/building" "$program/built"
fi
exec "$dotnet" "$program/Memory64.Bench.dll" "$@"
