using System.Security.Cryptography;
using Memory64.Bench.Harness.Records;
using Memory64.Bench.Harness.Running;
using Memory64.Bench.Tests.Harness.Running;
using Memory64.Bench.Tests.Results;
using Memory64.Engines.Identity;
using Memory64.Results.RunFiles.Records;

namespace Memory64.Bench.Tests.Harness.Records;

/// <summary>A journal in a folder of the test's own, of a run on a made-up library that lies there too.</summary>
internal sealed class JournalFixture : IDisposable
{
    internal const string Read = "BoundaryAccess.Read(Memory=memory64, Window=above, Width=8)";
    internal const string Fill = "GuestAllocation.ZeroFill(Memory=native, Size=6GiB)";

    internal const string Below = "BoundaryAccess.Read(Memory=memory64, Window=below, Width=8)";

    private readonly TemporaryFolder _folder = new();

    internal JournalFixture()
    {
        var library = _folder.Write("libwasmtime.so", [1, 2, 3]);
        Engine = new(
            "50.0.1",
            new EngineBuild("50.0.1", EngineOrigin.Wheel, library, Sha256(library))
        );
        Plan = Plans.Of(
            2,
            Plans.Planned(Read, Engine) with
            {
                Duels =
                [
                    new(Engine, Plans.Case(Below), IsSecondLoad: true),
                    new(Engine, Plans.Case(Fill), SkipReason: "needs 12.4 GiB, 9.1 GiB available"),
                ],
            },
            Plans.Planned(Fill, Engine),
            Plans.Planned(Below, Engine, "needs 12.4 GiB, 9.1 GiB available")
        );
    }

    internal PlannedEngine Engine { get; }

    internal MeasurementPlan Plan { get; }

    internal string Path => RunJournal.PathIn(_folder.Root);

    internal string Folder => _folder.Root;

    internal RunMachine Machine { get; } = TestRuns.Run().Machine;

    internal RunSuite Suite { get; } = TestRuns.Run().Suite;

    internal PlannedCase First => Plan.Cases[0];

    internal JournalHeader Header =>
        JournalHeader.Of(Plan, Machine, Suite, TestRuns.Run().Started, ["--join"], verified: true);

    /// <summary>Writes the journal of a run that was stopped after these rounds.</summary>
    internal UnfinishedRun Stop(JournalHeader header, params RoundResult[] rounds)
    {
        using (var journal = RunJournal.Begin(Path, header))
        {
            Array.ForEach(rounds, journal.RoundEnded);
        }

        return UnfinishedRun.Read(Path)!;
    }

    internal RestoredRun Restore(UnfinishedRun unfinished, ulong availableBytes = 64UL << 30) =>
        RestoredRun.Of(unfinished, Machine, Suite, availableBytes);

    public void Dispose() => _folder.Dispose();

    private static string Sha256(string path) =>
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
}
