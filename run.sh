#!/usr/bin/env bash
# Restores, builds and starts the site, or runs one of its tools. What did not change is not done again.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source scripts/build.sh

if [ "${1:-}" = bench ]; then
  shift
  need_dotnet
  lib
  build_site
  exec dotnet run --configuration Release --project tests/Deventer4GlobalGoals.Benchmarks -- "$@"
fi

need_dotnet
lib
build_site
tell_natives
ASPNETCORE_CONTENTROOT="$PWD" exec dotnet "$SITE" "$@"
