using Memory64.Bench.Benchmarks.Host;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Bench.Tests.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Host;

/// <summary>Words that the host reads and writes, on every engine and without one.</summary>
public sealed class HostWordsTests
{
    private static readonly ulong Below = ByteSize.GiB(1).Bytes;
    private static readonly ulong Above = ByteSize.GiB(6).Bytes;

    public static MatrixTheoryData<string, MemoryKind> Engines { get; } =
        new(
            EnginesAtHand.Names.Select(row => row.Data),
            [MemoryKind.memory64, MemoryKind.memory32, MemoryKind.native]
        );

    [Theory]
    [MemberData(nameof(Engines))]
    public void Host_and_guest_agree(string engine, MemoryKind kind)
    {
        foreach (var address in kind == MemoryKind.memory64 ? [Below, Above] : (ulong[])[Below])
        {
            using var words = new HostWords(kind, address, () => EnginesAtHand.Engine(engine));
            var sum = words.Read();
            words.CheckRead(sum);
            Assert.Throws<AssertionException>(() => words.CheckRead(sum + 1));
            Assert.Throws<AssertionException>(words.CheckWritten);

            words.Write();
            words.CheckWritten();
            Assert.Throws<AssertionException>(() => words.CheckRead(sum));
        }
    }

    // The window of complements: the sum of ~a is that of -a - 1.
    [Theory]
    [InlineData(MemoryKind.memory64)]
    [InlineData(MemoryKind.native)]
    public void Every_word_is_read_once(MemoryKind kind)
    {
        using var words = new HostWords(kind, Below, () => EnginesAtHand.DefaultEngine);
        words.Write();
        const ulong count = HostWords.Count;
        var addresses = unchecked((count * Below) + (8 * (count * (count - 1) / 2)));
        Assert.Equal(unchecked(0UL - addresses - count), words.Read());
    }
}
