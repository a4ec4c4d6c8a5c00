# Builds what is not built and runs the suite; all arguments are its own: ./run-bench.ps1 --help
# PowerShell takes a bare -- for itself: write '--' before what goes to BenchmarkDotNet.

# Built from its own folder, whose global.json names the SDK, and run in the caller's, from which paths are taken.
Push-Location $PSScriptRoot
try {
    $build = dotnet build -c Release --nologo -v quiet -tl:off bench/Memory64.Bench
    if ($LASTEXITCODE -ne 0) {
        $errors = $build | Where-Object { $_ -match ': error |^error ' } | Sort-Object -Unique | Select-Object -First 5
        if (-not $errors) { $errors = $build }
        foreach ($line in $errors) { [Console]::Error.WriteLine($line) }
        [Console]::Error.WriteLine("run-bench.ps1: the program could not be built; dotnet build -c Release in $PSScriptRoot says all of it")
        exit 2
    }
}
finally { Pop-Location }
dotnet "$PSScriptRoot/bench/Memory64.Bench/bin/Release/net10.0/Memory64.Bench.dll" @args
exit $LASTEXITCODE
