using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Pages;
using Memory64.Results.RunFiles;
using Memory64.Results.RunFiles.Records;
using Xunit;

namespace Memory64.Bench.Tests.Results.RunFiles;

/// <summary>
/// Whatever a file holds, it is loaded or refused, and soon; and what was loaded can be shown and saved. 12,000 mutated
/// files: bytes, values, and members moved, repeated, lost or nested.
/// </summary>
public sealed class RunFileMutationTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

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

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

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

    [Fact]
    public void Survives_changed_structure()
    {
        var lines = Encoding.UTF8.GetString(ValidBytes()).Split('\n');
        var size = Gen.Int[1, 300];
        var value = Gen.OneOf(
            size.Select(depth => new string('[', depth) + "1" + new string(']', depth)),
            size.Select(depth =>
                string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth)
            ),
            size.Select(digits => new string('9', digits)),
            size.Select(digits => "0." + new string('0', digits) + "1"),
            size.Select(exponent => $"1e{exponent}"),
            size.Select(exponent => $"-1e-{exponent}"),
            size.Select(length => $"\"{new string('x', length * 100)}\"")
        );
        var change = Gen.Select(
            Gen.Int[0, lines.Length - 1],
            Gen.Int[0, lines.Length - 1],
            Gen.Int[0, 3],
            value
        );
        var outcomes = new Dictionary<bool, int> { [true] = 0, [false] = 0 };
        change
            .Array[1, 2]
            .Sample(
                changes =>
                {
                    var changed = changes.Aggregate(lines, Apply);
                    outcomes[LoadsOrRefuses(Encoding.UTF8.GetBytes(string.Join('\n', changed)))]++;
                },
                iter: 4_000,
                threads: 1
            );
        Assert.All(outcomes.Values, count => Assert.True(count > 20, $"{count}"));

        // A line is a member, with its key, or a bracket.
        static string[] Apply(string[] all, (int At, int Other, int Kind, string Value) change)
        {
            var at = Math.Min(change.At, all.Length - 1);
            var other = Math.Min(change.Other, all.Length - 1);
            string[] changed = [.. all];
            switch (change.Kind)
            {
                case 0:
                    return [.. all[..at], all[at].TrimEnd(',') + ",", .. all[at..]];
                case 1:
                    return [.. all[..at], .. all[(at + 1)..]];
                case 2:
                    (changed[at], changed[other]) = (all[other], all[at]);
                    return changed;
                default:
                    var key = all[at].IndexOf(": ", StringComparison.Ordinal);
                    var end = all[at].EndsWith(',') ? "," : "";
                    changed[at] = $"{all[at][..(key < 0 ? 0 : key + 2)]}{change.Value}{end}";
                    return changed;
            }
        }
    }

    private bool LoadsOrRefuses(byte[] bytes)
    {
        var path = _folder.At("mutated.json");
        File.WriteAllBytes(path, bytes);
        RunFile run;
        try
        {
            // A minute is a hang, even on a machine that has much else to do: a file takes a millisecond.
            run = Task.Run(() => RunFile.Load(path)).WaitAsync(Limit).GetAwaiter().GetResult();
        }
        catch (RunFileException e)
        {
            Assert.DoesNotContain('\n', e.Message);
            return false;
        }

        var report = MachineReport.Of("results", [new("machine", "engine", run)], Suite.Book);
        Assert.StartsWith("# ", report.Pages[0].Text, StringComparison.Ordinal);
        run.Save(path);
        var saved = File.ReadAllBytes(path);

        // What the one pass takes, the strict steps take too, and as the same.
        RunFileReader.ReadInSteps(path, bytes).Save(path);
        Assert.Equal(saved, File.ReadAllBytes(path));
        RunFile.Load(path).Save(path);
        Assert.Equal(saved, File.ReadAllBytes(path));
        return true;
    }

    private byte[] ValidBytes()
    {
        var path = _folder.At("valid.json");
        var rich = TestRuns.Rich();
        // Few cases, so that most changes hit something that matters.
        RunCase[] cases =
        [
            rich.Cases[0] with
            {
                Code = TestCodes.Read("a1"),
            },
            TestRuns.OfEarlierRun(rich.Cases[5]),
            rich.Cases[6],
            rich.Cases[7],
            rich.Cases[8],
        ];
        (rich with { Cases = cases }).Save(path);
        return File.ReadAllBytes(path);
    }
}
