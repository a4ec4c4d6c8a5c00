#!/usr/bin/env bash
# BenchmarkDotNet 0.15.8: an exception in [GlobalCleanup] does not fail the benchmark.
#
# Behaviour: the engine catches what a global cleanup throws, writes the message to the log and goes on. The report says success, the
# process ends with 0, and nothing but that line in the log tells of it. An exception in [GlobalSetup] of the same class fails the
# case, with exit code 255 and no success. So a check of results, which one would put into the cleanup, can't fail a benchmark there.
#
# Seen: "cleanup: success True, exit 0" and "setup: success False, exit 255". Ends with 1 where that is no longer so.
# Needs the .NET SDK 10.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >finding.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup>
  <ItemGroup><PackageReference Include="BenchmarkDotNet" Version="0.15.8" /></ItemGroup>
</Project>
XML
cat >Program.cs <<'CS'
using System;
using System.Linq;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;

var config = ManualConfig.CreateEmpty().AddJob(Job.Dry).AddLogger(NullLogger.Instance);
foreach (var (name, type) in new[] { ("cleanup", typeof(InCleanup)), ("setup", typeof(InSetup)) })
{
    var report = BenchmarkRunner.Run(type, config).Reports.Single();
    Console.WriteLine($"{name}: success {report.Success}, exit {report.ExecuteResults.Last().ExitCode}");
}

public class InCleanup
{
    [Benchmark] public int Work() => 1;
    [GlobalCleanup] public void Check() => throw new InvalidOperationException("the result is wrong");
}

public class InSetup
{
    [GlobalSetup] public void Check() => throw new InvalidOperationException("the memory is wrong");
    [Benchmark] public int Work() => 1;
}
CS
dotnet build -c Release --nologo -v quiet >build.log 2>&1 || { cat build.log; exit 2; }
seen="$(dotnet bin/Release/net10.0/finding.dll | grep -E '^(cleanup|setup): ')"
echo "$seen"
[ "$seen" = "cleanup: success True, exit 0
setup: success False, exit 255" ]
