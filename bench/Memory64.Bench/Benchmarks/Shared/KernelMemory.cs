using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Bench.Harness.Machines.Memories;
using Memory64.Wasmtime;

namespace Memory64.Bench.Benchmarks.Shared;

/// <summary>
/// The memory that kernels work on: an instance of a guest with 8 GiB (memory64) or 4 GiB (memory32), or 8 GiB of native
/// memory.
/// </summary>
public sealed unsafe class KernelMemory : IDisposable
{
    private static readonly ByteSize Size64 = ByteSize.GiB(8);

    // Of what lies in another process, so much is copied at once.
    private const ulong BlockBytes = 64 << 20;

    /// <summary>Creates the memory; a guest's passes the assertion first.</summary>
    /// <param name="kind">Which of the three.</param>
    /// <param name="source">The guest's source in <c>guest/src</c>, such as <c>access</c>.</param>
    /// <param name="engine">The engine under test; a native memory doesn't touch it.</param>
    /// <param name="import">The function of the host that the guest imports, if it does; see <see cref="HostFunction"/>.</param>
    /// <exception cref="AssertionException">The guest's memory isn't what it should be.</exception>
    public KernelMemory(
        MemoryKind kind,
        string source,
        Func<IGuestEngine> engine,
        Func<ulong, ulong, ulong, ulong>? import = null
    )
    {
        if (kind == MemoryKind.native)
        {
            Native = new SystemMemory(Size64.Bytes);
            Native.MakeAccessible(Size64.Bytes);
            return;
        }

        Guest = engine().Open(GuestOf(kind, source), import);
        MemoryAssertion.Check(Guest, TypeOf(kind));
    }

    /// <summary>The instance, or <see langword="null"/> where the memory is native.</summary>
    public IGuest? Guest { get; }

    /// <summary>The native memory, or <see langword="null"/> where a guest has it.</summary>
    public SystemMemory? Native { get; }

    /// <summary>Binds something to this memory, whoever has it.</summary>
    /// <param name="toGuest">Binds it to an instance.</param>
    /// <param name="toNative">Binds it to native memory.</param>
    public T Bind<T>(Func<IGuest, T> toGuest, Func<SystemMemory, T> toNative) =>
        Guest is not null ? toGuest(Guest) : toNative(Native!);

    /// <summary>The guest of a kind that has one.</summary>
    public static Guest GuestOf(MemoryKind kind, string source) =>
        Guests.Guest.Named($"{source}-{(kind == MemoryKind.memory64 ? "m64" : "m32")}");

    /// <summary>Where an area lies in the address space of this process.</summary>
    /// <exception cref="InvalidOperationException">It lies in another's.</exception>
    public byte* Locate(ulong address, ulong bytes) =>
        Guest is null ? Native!.Data + address
        : Guest.Here is { } here ? here.Memory.Locate(address, bytes)
        : throw new InvalidOperationException("the memory lies in another process");

    /// <summary>An area, wherever it lies: see <see cref="ILinearMemory.View"/>.</summary>
    public MemoryView View(ulong address, ulong bytes, ViewAccess access = ViewAccess.Read) =>
        Guest is not null ? Guest.Memory.View(address, bytes, access) : new(Native!.Data + address);

    private void ForEachPart(ulong address, ulong bytes, PartAction act)
    {
        var part = Guest is { Here: null } ? BlockBytes : bytes;
        for (var done = 0UL; done < bytes; done += part)
        {
            var length = Math.Min(part, bytes - done);
            using var view = View(address + done, length);
            act(address + done, view.Data, length);
        }
    }

    private delegate void PartAction(ulong address, byte* data, ulong bytes);

    /// <summary>Gives every word of a window the pattern of its address, written by whoever will be measured.</summary>
    /// <param name="address">A multiple of 8.</param>
    /// <param name="bytes">A multiple of 8.</param>
    /// <exception cref="AssertionException">The host finds something else there.</exception>
    public void WritePattern(ulong address, ulong bytes)
    {
        if (Guest is not null)
        {
            Guest.Probe.PatternWrite.Call(address, bytes / sizeof(ulong));
        }
        else
        {
            Pattern.Write(address, (ulong*)(Native!.Data + address), bytes);
        }

        CheckPattern("pattern, read by the host", address, address, bytes);
    }

    /// <summary>Checks that the words of a window are the patterns of the words of another: that they were copied from there.</summary>
    /// <param name="what">What a message calls them.</param>
    /// <param name="source">Address whose pattern the first word is.</param>
    /// <param name="address">Address of the first word.</param>
    /// <param name="bytes">A multiple of 8.</param>
    /// <exception cref="AssertionException">The host finds something else there.</exception>
    public void CheckPattern(string what, ulong source, ulong address, ulong bytes) =>
        ForEachPart(
            address,
            bytes,
            (at, data, length) =>
                Expect.Pattern(what, source + (at - address), at, (ulong*)data, length)
        );

    /// <summary>Checks every word of a window, as the host sees it, against what is expected at its address.</summary>
    /// <exception cref="AssertionException">The first that differs.</exception>
    public void Check(string what, ulong address, ulong bytes, Func<ulong, ulong> expected) =>
        ForEachPart(
            address,
            bytes,
            (at, data, length) =>
            {
                var words = (ulong*)data;
                for (var i = 0UL; i < length / sizeof(ulong); i++)
                {
                    var word = at + (i * sizeof(ulong));
                    Expect.Equal(what, word, expected(word), words[i]);
                }
            }
        );

    /// <inheritdoc/>
    public void Dispose()
    {
        Guest?.Dispose();
        Native?.Dispose();
    }

    /// <summary>The memory that such a guest defines.</summary>
    public static MemoryType TypeOf(MemoryKind kind) =>
        kind == MemoryKind.memory64
            ? new MemoryType(Size64.Pages, ByteSize.GiB(16).Pages, Is64: true)
            : new MemoryType(ByteSize.FourGiB.Pages, ByteSize.FourGiB.Pages, Is64: false);
}
