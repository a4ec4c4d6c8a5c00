using Memory64.Bench.Harness.Machines;
using Memory64.Bench.Harness.Records;
using Memory64.Engines.Identity;
using Memory64.Results.RunFiles;
using Memory64.Results.RunFiles.Records;
using Xunit;

namespace Memory64.Bench.Tests.Commands.Run;

/// <summary>A real measurement, in processes of the program.</summary>
[Collection(MeasuringCollection.Name)]
[Trait("Speed", "Slow")]
public sealed class EndToEndTests : IDisposable
{
    private const string Id = "MemoryInstantiation.SystemCalls(Memory=native, Size=8GiB)";

    private readonly ProgramProcess _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public void A_measurement_is_shown_recorded_and_published()
    {
        Assert.SkipUnless(EnginePlatform.Current.InPackage, "The package has no library for musl.");
        var result = _program.Run(
            "--filter",
            "MemoryInstantiation.SystemCalls*8GiB*",
            "--rounds",
            "2",
            "--results",
            _program.Results,
            // Beside the variables by which the suite names the engine and has everything compiled at once.
            "--",
            "--envVars",
            "MEMORY64_TEST:1"
        );
        result.AssertSuccess();

        var machine = MachineProbe.Read();
        var path = new RunFolder(_program.Results).RunPath(
            machine.Id,
            SuiteVersion.WasmtimePackage
        );
        var run = RunFile.Load(path);
        Assert.Equal((machine.Id, "nuget"), (run.Machine.Id, run.Engine.Origin));
        var measured = Assert.Single(run.Cases);
        Assert.Equal(
            (Id, CaseStatus.Measured, null),
            (measured.Id, measured.Status, measured.Reason)
        );
        Assert.Equal(2, measured.Rounds.Count);
        Assert.All(
            measured.Rounds,
            round =>
            {
                Assert.Equal(5, round.Iterations.Count);
                Assert.All(round.Iterations, time => Assert.True(time > 0));
                Assert.True(round.ResidentBytes > 0);
                Assert.True(round.MinorFaults > 0);
            }
        );

        string[] pages =
        [
            Path.Combine(_program.Results, machine.Id, "README.md"),
            Path.Combine(_program.Results, machine.Id, "classes", "MemoryInstantiation.md"),
            Path.Combine(_program.Results, "suite.json"),
            Path.Combine(_program.Results, "run-file.schema.json"),
            Path.Combine(_program.Results, "explore.html"),
            Path.Combine(_program.Results, "README.md"),
        ];
        Assert.All(pages, page => Assert.True(File.Exists(page), page));
        Assert.Equal(
            [path, .. pages],
            result
                .Lines.Where(line => line.StartsWith("written: ", StringComparison.Ordinal))
                .Select(line => line["written: ".Length..])
        );
        Assert.Contains("round 2 has ended, 1 cases; about 0 s left", result.Lines);
        Assert.Contains(
            result.Lines,
            line =>
                line.StartsWith("SystemCalls ", StringComparison.Ordinal)
                && line.EndsWith(" 2", StringComparison.Ordinal)
        );
        _program.Run("publish", "--check", "--results", _program.Results).AssertSuccess();
    }

    [Fact]
    public void A_published_program_measures_outside_its_checkout_and_without_an_sdk()
    {
        Assert.SkipUnless(EnginePlatform.Current.InPackage, "The package has no library for musl.");
        var copy = _program.CopyProgram("program");

        var result = _program.RunWith(
            copy,
            ("PATH", ""),
            "--filter",
            Id,
            "--rounds",
            "1",
            "--results",
            _program.Results
        );

        // BenchmarkDotNet asks a shell for lscpu, which is not found there.
        Assert.Equal(0, result.ExitCode);
        var run = Assert.Single(new RunFolder(_program.Results).LoadAll()).Run;
        Assert.Equal(Id, Assert.Single(run.Cases).Id);
    }
}
