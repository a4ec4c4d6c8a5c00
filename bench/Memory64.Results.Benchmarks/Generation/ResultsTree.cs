using System.Globalization;
using Memory64.Results.RunFiles;
using Memory64.Results.RunFiles.Records;

namespace Memory64.Results.Benchmarks.Generation;

/// <summary>
/// Writes made-up results, the same bytes each time: machines and engines of different speeds, processes that are shifted
/// as a whole (lognormal), iterations that scatter around them.
/// </summary>
internal static class ResultsTree
{
    private const double ProcessShift = 0.01,
        IterationSpread = 0.003;

    /// <summary>Writes <c>&lt;folder&gt;/&lt;machine&gt;/&lt;engine&gt;.json</c>, one file after another.</summary>
    /// <param name="folder">The results folder; is created.</param>
    /// <param name="size">How many of what.</param>
    /// <returns>The paths, machine by machine.</returns>
    public static IReadOnlyList<string> Write(string folder, TreeSize size)
    {
        var results = new RunFolder(folder);
        var paths = new List<string>();
        for (var machine = 0; machine < size.Machines; machine++)
        {
            for (var engine = 0; engine < size.Engines; engine++)
            {
                var run = Run(machine, engine, size);
                paths.Add(results.RunPath(run.Machine.Id, run.Engine.Version));
                run.Save(paths[^1]);
            }
        }

        return paths;
    }

    private static RunFile Run(int machine, int engine, TreeSize size)
    {
        var random = new Random((machine * 1000) + engine);
        var speed = (1 + (0.02 * machine)) * (1 + (0.01 * (engine % 4)));
        return new()
        {
            Machine = new()
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"machine-{machine:00}"),
                Cpu = $"Made-up processor {machine}",
                LogicalCores = 2,
                L1dBytes = 32 << 10,
                LastLevelCacheBytes = 32 << 20,
                MemoryBytes = 24L << 30,
                Os = "Made-up system 12",
                Kernel = "6.18.44",
                PageBytes = 4096,
                TransparentHugePages = "madvise",
                Overcommit = 0,
                Virtualized = true,
            },
            Engine = new()
            {
                Version = string.Create(CultureInfo.InvariantCulture, $"{24 + (engine * 3)}.0.0"),
                Origin = "wheel",
                Sha256 = string.Create(CultureInfo.InvariantCulture, $"{engine:x64}"),
            },
            Suite = new()
            {
                Version = "0.1.0",
                Commit = "5be670db5e5e2a50e269e45bb68b430c237cb04b",
                Dotnet = ".NET 10.0.12",
                BenchmarkDotNet = "0.15.8",
            },
            Started = new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero).AddHours(machine),
            Profile = "full",
            Cases =
            [
                .. CaseFamilies
                    .First(size.Cases)
                    .Select(c => c.Case with { Rounds = Rounds(random, c.Time * speed, size) }),
            ],
        };
    }

    private static RunRound[] Rounds(Random random, double time, TreeSize size)
    {
        var rounds = new RunRound[size.Rounds];
        for (var i = 0; i < rounds.Length; i++)
        {
            var process = time * Math.Exp(ProcessShift * Normal(random));
            var iterations = new double[size.Iterations];
            for (var k = 0; k < iterations.Length; k++)
            {
                iterations[k] = process * Math.Exp(IterationSpread * Normal(random));
            }

            rounds[i] = new()
            {
                Iterations = iterations,
                ResidentBytes = 64_000_000 + (4096L * random.Next(1000)),
                MinorFaults = 300 + random.Next(100),
                MajorFaults = 0,
            };
        }

        return rounds;
    }

    // G. E. P. Box and M. E. Muller, "A note on the generation of random normal deviates", 1958.
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()))
        * Math.Cos(2 * Math.PI * random.NextDouble());
}
