using Memory64.Bench.Commands.Verify;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Machines.Limits;
using Memory64.Bench.Tests.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Commands.Verify;

[Collection(AloneCollection.Name)]
public sealed class VerifierTests
{
    private const string Big = "every other page of 6 GiB written and read";

    [Theory]
    [InlineData(4096, "786,432")]
    [InlineData(65_536, "49,152")]
    public void The_default_engine_passes_every_check(int pageBytes, string pages)
    {
        var library = EnginesAtHand.Default;
        var available = AvailableMemory.Bytes();
        if (MemoryPreflight.ReasonToSkip(ByteSize.GiB(6).Bytes, available) is { } reason)
        {
            Assert.Skip(reason);
        }

        var results = new Verifier(new WasmtimeEngine(library), library, available, pageBytes)
            .Run()
            .ToArray();

        Assert.Equal(8, results.Length);
        Assert.All(results, result => Assert.Equal((CheckOutcome.Pass, ""), Failure(result)));
        Assert.StartsWith(
            $"{pages} pages below and above 4 GiB agree",
            results.Single(result => result.Name == Big).Detail,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void With_little_memory_the_big_check_alone_is_left_out(string name)
    {
        var library = EnginesAtHand.Load(name);
        var results = new Verifier(
            new WasmtimeEngine(library),
            library,
            ByteSize.GiB(1).Bytes,
            Environment.SystemPageSize
        )
            .Run()
            .ToArray();

        var skipped = Assert.Single(results, result => result.Outcome == CheckOutcome.Skip);
        Assert.Equal(Big, skipped.Name);
        Assert.Equal("needs 3.5 GiB, 1.0 GiB available", skipped.Detail);

        var others = results.Except([skipped]).ToArray();
        Assert.Equal(7, others.Length);
        Assert.All(others, result => Assert.Equal((CheckOutcome.Pass, ""), Failure(result)));
        Assert.Contains("131,072 pages", others[0].Detail, StringComparison.Ordinal);
        Assert.Contains("262,144 pages", others[1].Detail, StringComparison.Ordinal);
        Assert.Contains("131,072 pages", others[2].Detail, StringComparison.Ordinal);
        Assert.Contains("last byte 99 at 0xFFFFF", others[3].Detail, StringComparison.Ordinal);
        Assert.Contains("last byte 99 at 0x17FFFFFFF", others[4].Detail, StringComparison.Ordinal);
        Assert.Contains("0x200000000 traps", others[5].Detail, StringComparison.Ordinal);
        Assert.Contains(
            "incompatible import type",
            others[6].Detail,
            StringComparison.OrdinalIgnoreCase
        );
    }

    // The detail only where it explains a failure.
    private static (CheckOutcome Outcome, string Detail) Failure(CheckResult result) =>
        (
            result.Outcome,
            result.Outcome == CheckOutcome.Pass ? "" : $"{result.Name}: {result.Detail}"
        );
}
