# Builds what is not built and runs the suite; all arguments are its own: ./run-bench.ps1 --help
dotnet run -c Release --project "$PSScriptRoot/bench/Memory64.Bench" -- @args
exit $LASTEXITCODE
