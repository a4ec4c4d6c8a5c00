using Memory64.Bench.Harness.Assertions;
using Memory64.Wasmtime;

namespace Memory64.Bench.Guests;

/// <summary>The memory that an access kernel works on: an instance of the guest <c>access</c>, or native memory.</summary>
public sealed unsafe class AccessTarget : IDisposable
{
    private static readonly ByteSize NativeSize = ByteSize.GiB(8);

    private readonly CompiledGuest? _compiled;
    private readonly GuestInstance? _guest;
    private readonly NativeMemory? _native;

    /// <summary>Creates the memory; a guest's passes the assertion first.</summary>
    /// <param name="kind">Which of the three.</param>
    /// <param name="width">1, 4, 8 or 16 bytes an access.</param>
    /// <param name="library">The engine under test; a native memory doesn't touch it.</param>
    /// <exception cref="AssertionException">The guest's memory isn't what it should be.</exception>
    public AccessTarget(MemoryKind kind, int width, Func<WasmtimeLibrary> library)
    {
        if (kind == MemoryKind.native)
        {
            _native = new NativeMemory(NativeSize.Bytes);
            _native.MakeAccessible(NativeSize.Bytes);
            Kernels = AccessKernels.Of(_native, width);
            return;
        }

        _compiled = new CompiledGuest(GuestOf(kind), EngineSettings.Default, library());
        _guest = _compiled.Instantiate();
        MemoryAssertion.Check(_guest, TypeOf(kind));
        Kernels = AccessKernels.Of(_guest, width);
    }

    /// <summary>The kernels, bound to this memory.</summary>
    public AccessKernels Kernels { get; }

    /// <summary>The guest of a kind that has one.</summary>
    public static Guest GuestOf(MemoryKind kind) =>
        Guest.Named(kind == MemoryKind.memory64 ? "access-m64" : "access-m32");

    /// <summary>Gives every word of a window the pattern of its address, written by whoever will be measured.</summary>
    /// <exception cref="AssertionException">The host finds something else there.</exception>
    public void WritePattern(ulong address, ulong bytes)
    {
        if (_guest is not null)
        {
            _guest.Probe.PatternWrite.Call(address, bytes / sizeof(ulong));
        }
        else
        {
            for (var word = address; word < address + bytes; word += sizeof(ulong))
            {
                *(ulong*)Locate(word, sizeof(ulong)) = Pattern.At(word);
            }
        }

        for (var word = address; word < address + bytes; word += sizeof(ulong))
        {
            Expect.Equal(
                "pattern, read by the host",
                word,
                Pattern.At(word),
                *(ulong*)Locate(word, sizeof(ulong))
            );
        }
    }

    /// <summary>The little-endian word of 1, 4 or 8 bytes at an address, as the host sees it; of 16 bytes, both halves added.</summary>
    public ulong WordAt(ulong address, int width) =>
        width switch
        {
            1 => *Locate(address, 1),
            4 => *(uint*)Locate(address, 4),
            8 => *(ulong*)Locate(address, 8),
            _ => unchecked(WordAt(address, 8) + WordAt(address + 8, 8)),
        };

    /// <summary>The sum of a window's words, modulo 2^64, as the host sees them.</summary>
    public ulong SumOf(ulong address, ulong bytes, int width)
    {
        var sum = 0UL;
        for (var word = address; word < address + bytes; word += (ulong)width)
        {
            sum = unchecked(sum + WordAt(word, width));
        }

        return sum;
    }

    /// <summary>
    /// Checks that a window's words are what the write kernels leave: how many words were left when their eight began.
    /// </summary>
    /// <exception cref="AssertionException">The host finds something else there.</exception>
    public void CheckWritten(ulong address, ulong bytes, int width)
    {
        var left = bytes / (ulong)width;
        for (var word = address; word < address + bytes; word += (ulong)width, left--)
        {
            var counter = (left + 7) / 8 * 8;
            var expected = width switch
            {
                1 => (byte)counter,
                4 => (uint)counter,
                8 => counter,
                _ => 2 * counter,
            };
            Expect.Equal(
                "written by the kernel, read by the host",
                word,
                expected,
                WordAt(word, width)
            );
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _guest?.Dispose();
        _compiled?.Dispose();
        _native?.Dispose();
    }

    private static MemoryType TypeOf(MemoryKind kind) =>
        kind == MemoryKind.memory64
            ? new MemoryType(ByteSize.GiB(8).Pages, ByteSize.GiB(16).Pages, Is64: true)
            : new MemoryType(ByteSize.FourGiB.Pages, ByteSize.FourGiB.Pages, Is64: false);

    private byte* Locate(ulong address, ulong bytes) =>
        _guest is not null ? _guest.Memory.Locate(address, bytes) : _native!.Data + address;
}
