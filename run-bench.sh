#!/usr/bin/env bash
# Builds what is not built and runs the suite; all arguments are its own: ./run-bench.sh --help
exec dotnet run -c Release --project "$(dirname "$0")/bench/Memory64.Bench" -- "$@"
