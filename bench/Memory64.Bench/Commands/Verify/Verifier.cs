using System.Diagnostics.CodeAnalysis;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Machines.Limits;
using Memory64.Bench.Harness.Machines.Memories;
using Memory64.Wasmtime;

namespace Memory64.Bench.Commands.Verify;

/// <summary>
/// Shows on one engine that memories above 4 GiB are what they claim to be: the claims of the proof of concept that this
/// suite grew from, and the one of them that does not hold.
/// </summary>
/// <param name="engine">The engine.</param>
/// <param name="library">It as a library, where it is Wasmtime; else what only Wasmtime can be asked is left out.</param>
/// <param name="availableBytes">Memory that may be used now.</param>
/// <param name="pageBytes">A page of the system; any power of two from 4 KiB to 64 KiB in tests.</param>
/// <param name="others">What rooms want to prove besides.</param>
public sealed class Verifier(
    IGuestEngine engine,
    WasmtimeLibrary? library,
    ulong availableBytes,
    int pageBytes,
    params IReadOnlyList<(string Name, Func<WasmtimeLibrary, string> Check)> others
)
{
    private static readonly ByteSize Eight = ByteSize.GiB(8);
    private static readonly ByteSize Six = ByteSize.GiB(6);
    private static readonly ByteSize Sixteen = ByteSize.GiB(16);
    private static readonly MemoryType HostMemory = new(Eight.Pages, Sixteen.Pages, Is64: true);

    /// <summary>Runs every check, one after the other; a failed one doesn't stop the others.</summary>
    public IEnumerable<CheckResult> Run()
    {
        yield return Check("8 GiB memory64, defined by the guest", 0, () => Defined(Eight));
        yield return Check("16 GiB memory64, defined by the guest", 0, () => Defined(Sixteen));
        if (library is not null)
        {
            yield return Check(
                "8 GiB memory64, created by the host and linked",
                0,
                () => Linked(library)
            );
        }

        yield return Check("allocation of 1 MB in the guest", 0, () => Allocate(1 << 20));
        yield return Check("allocation of 6 GiB in the guest", 0, () => Allocate(Six.Bytes));
        if (library is null)
        {
            yield return Check("access beyond the end", 0, Beyond);
            yield break;
        }

        // The host reads as many words as the guest writes: too many for a pipe.
        yield return Check("every other page of 6 GiB written and read", Six.Bytes / 2, Fill);
        yield return Check("access beyond the end", 0, Beyond);
        yield return Check("wasm32 module linked to a 64-bit memory", 0, () => Refused(library));
        foreach (var (name, check) in others)
        {
            yield return Check(name, 0, () => check(library));
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "whatever a check throws is its result")]
    private CheckResult Check(string name, ulong residentBytes, Func<string> check)
    {
        if (MemoryPreflight.ReasonToSkip(residentBytes, availableBytes) is { } reason)
        {
            return new(CheckOutcome.Skip, name, reason);
        }

        try
        {
            return new(CheckOutcome.Pass, name, check());
        }
        catch (Exception exception)
        {
            return new(CheckOutcome.Fail, name, OneLine.Of(exception.Message));
        }
    }

    private string Defined(ByteSize size)
    {
        using var guest = engine.Open(Guest.Named($"instantiation-m64-{size}"));
        MemoryAssertion.Check(guest, new MemoryType(size.Pages, Sixteen.Pages, Is64: true));
        return Statistics(guest);
    }

    private static string Linked(WasmtimeLibrary library)
    {
        using var wasmtime = new Engine(library);
        using var module = new Module(wasmtime, Guest.Named("imported-m64").Wasm.Span);
        using var guest = new GuestInstance(wasmtime, module, HostMemory);
        MemoryAssertion.Check(guest, HostMemory);
        return Statistics(guest);
    }

    // The seed's test: 42 into the first byte, 99 into the last, both read back by the guest and by the host.
    private string Allocate(ulong bytes)
    {
        using var guest = engine.Open(Guest.Named("allocation-m64"));
        Expect.Equal("what the guest returned", bytes, 1, guest.Function("seed").Call(bytes));
        Expect.Equal("first byte", 0, 42, guest.Memory.Read<byte>(0));
        Expect.Equal("last byte", bytes - 1, 99, guest.Memory.Read<byte>(bytes - 1));
        return $"first byte 42, last byte 99 at 0x{bytes - 1:X}; {Statistics(guest)}";
    }

    // Every other page: all of the range in half the memory and time that all of its pages would take.
    private string Fill()
    {
        var page = (ulong)pageBytes;
        var words = page / sizeof(ulong);
        using var guest = engine.Open(Guest.Named("allocation-m64"));
        Expect.Equal("growth", 0, 0, guest.Probe.Grow.Call(Six.Pages));
        for (var start = 0UL; start < Six.Bytes; start += 2 * page)
        {
            _ = guest.Probe.PatternWrite.Call(start, words);
        }

        var statistics = Statistics(guest);
        for (var start = 0UL; start < Six.Bytes; start += 2 * page)
        {
            Expect.Equal(
                "first word that differs",
                start,
                GuestProbe.None,
                guest.Probe.PatternCheck.Call(start, words)
            );
            Expect.Equal(
                "read by the host",
                start,
                Pattern.At(start),
                guest.Memory.Read<ulong>(start)
            );
        }

        return $"{Six.Bytes / page / 2:N0} pages below and above 4 GiB agree, as guest and host see them; {statistics}";
    }

    private string Beyond()
    {
        using var guest = engine.Open(Guest.Named("instantiation-m64-8GiB"));
        Expect.OutOfBounds("one byte beyond the end", guest.Probe.Load8, Eight.Bytes);
        return $"0x{Eight.Bytes - 1:X} is the last byte, 0x{Eight.Bytes:X} traps: out of bounds memory access";
    }

    private static string Refused(WasmtimeLibrary library)
    {
        using var wasmtime = new Engine(library);
        using var module = new Module(wasmtime, Guest.Named("imported-m32").Wasm.Span);
        try
        {
            using var guest = new GuestInstance(wasmtime, module, HostMemory);
        }
        catch (WasmtimeException exception)
            when (exception.Message.Contains("incompatible import type", StringComparison.Ordinal))
        {
            return $"refused, as it must be: \"{OneLine.Of(exception.Message)}\". A memory that the host makes 64-bit "
                + "doesn't widen a guest compiled for 32: its addresses, and 6 * 2^30 in its usize, wrap at 4 GiB; "
                + "the guest must be compiled for wasm64";
        }

        throw new AssertionException("the link was accepted: expected an incompatible import type");
    }

    // What the process takes that has the memory, where that is this one.
    private static string Statistics(IGuest guest) =>
        guest.Here is null
            ? $"{guest.Memory.Pages:N0} pages"
            : $"{guest.Memory.Pages:N0} pages, process {MemoryText.GiB(ProcessMemory.VirtualBytes(), digits: 2)} virtual, {MemoryText.GiB(ProcessMemory.ResidentBytes(), digits: 2)} resident";
}
