using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using Memory64.Results.Pages;
using Memory64.Results.RunFiles;
using Xunit;

namespace Memory64.Bench.Tests.Results.RunFiles;

/// <summary>Whatever a file holds, it is loaded or refused; and what was loaded can be shown and saved.</summary>
public sealed class RunFileMutationTests : IDisposable
{
    private static readonly string[] Tokens =
    [
        "null",
        "true",
        "{}",
        "[]",
        "[[]]",
        "\"\"",
        "\"x\"",
        "0",
        "-1",
        "1e999",
        "1e-999",
        "1.5",
        "99999999999999999999",
        "5e17",
        "1e-9",
        "\"\\ud800\"",
        "\"\\n|<\"",
        "{\"a\":\"b\"}",
        "{\"a\":\"b\",\"a\":\"c\"}",
        "\"skipped\"",
        "\"us\"",
        "\"y\"",
        "7",
        "1e3",
        "",
    ];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Survives_changed_bytes()
    {
        var valid = ValidBytes();
        var change = Gen.Select(
            Gen.Int[0, valid.Length - 1],
            Gen.Byte,
            Gen.Int[0, 3],
            Gen.Int[0, 40]
        );
        change
            .Array[1, 3]
            .Sample(
                changes =>
                {
                    LoadsOrRefuses(changes.Aggregate(valid, Apply));
                },
                iter: 3_000,
                threads: 1
            );

        static byte[] Apply(byte[] bytes, (int At, byte Byte, int Kind, int Length) change)
        {
            var at = Math.Min(change.At, bytes.Length);
            var end = Math.Min(at + change.Length, bytes.Length);
            return change.Kind switch
            {
                0 => [.. bytes[..at], change.Byte, .. bytes[Math.Min(at + 1, bytes.Length)..]],
                1 => [.. bytes[..at], change.Byte, .. bytes[at..]],
                2 => [.. bytes[..at], .. bytes[end..]],
                _ => [.. bytes[..end], .. bytes[at..]],
            };
        }
    }

    [Fact]
    public void Survives_changed_values()
    {
        string[] pieces =
        [
            .. Regex
                .Matches(
                    Encoding.UTF8.GetString(ValidBytes()),
                    """ "[^"]*" | [\w.+-]+ | \S """,
                    RegexOptions.NonBacktracking | RegexOptions.IgnorePatternWhitespace
                )
                .Select(match => match.Value),
        ];
        var change = Gen.Select(Gen.Int[0, pieces.Length - 1], Gen.OneOf(Tokens));
        var outcomes = new Dictionary<bool, int> { [true] = 0, [false] = 0 };
        change
            .Array[1, 2]
            .Sample(
                changes =>
                {
                    var changed = pieces.ToArray();
                    foreach (var (at, token) in changes)
                    {
                        changed[at] = token;
                    }

                    outcomes[LoadsOrRefuses(Encoding.UTF8.GetBytes(string.Concat(changed)))]++;
                },
                iter: 5_000,
                threads: 1
            );

        // Both ways out were taken: a mutation that breaks everything, or nothing, would test little.
        Assert.All(outcomes.Values, count => Assert.True(count > 50, $"{count}"));
    }

    private bool LoadsOrRefuses(byte[] bytes)
    {
        var path = folder.File("mutated.json");
        File.WriteAllBytes(path, bytes);
        RunFile run;
        try
        {
            run = RunFile.Load(path);
        }
        catch (RunFileException e)
        {
            Assert.DoesNotContain('\n', e.Message);
            return false;
        }

        var report = MachineReport.Of("results", [new("machine", "engine", run)]);
        Assert.StartsWith("# ", report.Pages[0].Text, StringComparison.Ordinal);
        run.Save(path);
        var saved = File.ReadAllBytes(path);
        RunFile.Load(path).Save(path);
        Assert.Equal(saved, File.ReadAllBytes(path));
        return true;
    }

    private byte[] ValidBytes()
    {
        var path = folder.File("valid.json");
        var rich = TestRuns.Rich();
        // Few cases, so that most changes hit something that matters.
        (rich with { Cases = [rich.Cases[0], rich.Cases[5], rich.Cases[6], rich.Cases[7]] }).Save(
            path
        );
        return File.ReadAllBytes(path);
    }
}
