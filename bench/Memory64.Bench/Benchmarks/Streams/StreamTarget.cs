using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;

namespace Memory64.Bench.Benchmarks.Streams;

/// <summary>
/// Up to three arrays, one after the other, that stream kernels go through slice by slice, again and again: a slice is the
/// same work on every machine, whatever the size of the arrays. Every word is written before it is measured, so none of it
/// lies on the shared zero page.
/// </summary>
public sealed unsafe class StreamTarget : IDisposable
{
    /// <summary>Bytes of each array that one call of a kernel goes through, where it is timed alone.</summary>
    public const int SliceBytes = 4 << 20;

    /// <summary>Slices of a side of a duel that make one of those: each takes a few tenths of a millisecond.</summary>
    public const int PartsOfSlice = 4;

    private const string Source = "stream";
    private const ulong Filling = 0x5A5A_1234_89AB_CDEF;
    private const double Scale = 3;

    private readonly KernelMemory _memory;
    private readonly StreamKernels _kernels;
    private readonly ulong _address;
    private readonly ulong _arrayBytes;
    private readonly ulong _groupBytes;
    private readonly ulong[] _results;
    private readonly ulong _sliceBytes;
    private readonly ulong _first;
    private readonly ulong _stride = 1;
    private ulong _calls;

    /// <summary>Creates the memory with its assertion and the arrays in it.</summary>
    /// <param name="kind">Which of the three.</param>
    /// <param name="width">8 or 16 bytes a word.</param>
    /// <param name="arrays">1 to 3.</param>
    /// <param name="arrayBytes">A multiple of <see cref="SliceBytes"/>, 512 MiB at most.</param>
    /// <param name="window">Where the arrays lie, taken together; one slice crosses the 4 GiB line where they do.</param>
    /// <param name="parts">1, or <see cref="PartsOfSlice"/> where a call goes through one of those only.</param>
    /// <param name="isShared">Whether its one array is a <see cref="SharedArray"/>, which can only be read.</param>
    /// <param name="engine">The engine under test; a native memory doesn't touch it.</param>
    /// <exception cref="AssertionException">The memory isn't what it should be.</exception>
    public StreamTarget(
        MemoryKind kind,
        int width,
        int arrays,
        ulong arrayBytes,
        Window window,
        int parts,
        bool isShared,
        Func<IGuestEngine> engine
    )
    {
        _sliceBytes = (ulong)(SliceBytes / parts);
        _memory = new KernelMemory(kind, Source, engine);
        _kernels = StreamKernels.Of(_memory, width);
        _arrayBytes = arrayBytes;
        _groupBytes = 8 * (ulong)width;
        _results = new ulong[arrayBytes / _sliceBytes];
        var line = ByteSize.FourGiB.Bytes;
        _address = window switch
        {
            Window.across => line - (((ulong)arrays * arrayBytes) / 2) - (SliceBytes / 2),
            Window.above => line + (line / 2),
            _ => 0,
        };
        if (isShared)
        {
            SharedArray.PlaceOver(_memory.Locate(_address, arrayBytes), arrayBytes);
            _first = SharedArray.NextBeginning((ulong)_results.Length);
            _stride = SharedArray.Stride;
        }
        else
        {
            WriteAddresses((ulong)arrays * arrayBytes);
        }
    }

    /// <summary>The guest of a kind that has one.</summary>
    public static Guest GuestOf(MemoryKind kind) => KernelMemory.GuestOf(kind, Source);

    private ulong Slice => SliceOf(_calls);

    private ulong Next => _address + (Slice * _sliceBytes);

    /// <summary>Sums the next slice of the first array.</summary>
    public void Read() => Note(_kernels.Read(Next, _sliceBytes));

    /// <summary>Writes addresses to the next slice of the first array.</summary>
    public void Write() => Note(_kernels.Write(Next, _sliceBytes));

    /// <summary>Writes one value to the next slice of the first array.</summary>
    public void Fill() => Note(_kernels.Fill(Next, _sliceBytes, Filling));

    /// <summary>Copies the next slice of the second array to the first.</summary>
    public void Copy() => Note(_kernels.Copy(Next, Next + _arrayBytes, _sliceBytes));

    /// <summary>Combines the next slices of the second and the third array in the first.</summary>
    public void Triad() => Note(_kernels.Triad(Next, _arrayBytes, _sliceBytes));

    /// <summary>Checks the sums that <see cref="Read"/> returned against what the host sees.</summary>
    /// <exception cref="AssertionException">A slice has another sum.</exception>
    public void CheckRead() =>
        ForEachSlice(
            (slice, result) => Expect.Equal("sum of a slice", slice, HostSum(slice), result)
        );

    /// <summary>Checks what <see cref="Write"/> left, as host and kernels see it.</summary>
    /// <exception cref="AssertionException">The first word that is another.</exception>
    public void CheckWritten() => CheckContent(word => word - ((word - _address) % _groupBytes));

    /// <summary>Checks what <see cref="Fill"/> left, as host and kernels see it.</summary>
    /// <exception cref="AssertionException">The first word that is another.</exception>
    public void CheckFilled() => CheckContent(_ => Filling);

    /// <summary>Checks what <see cref="Copy"/> left, as host and kernels see it.</summary>
    /// <exception cref="AssertionException">The first word that is another.</exception>
    public void CheckCopied() => CheckContent(word => Bits(word + _arrayBytes));

    /// <summary>Checks what <see cref="Triad"/> left, as host and kernels see it.</summary>
    /// <exception cref="AssertionException">The first word that is another.</exception>
    public void CheckCombined() =>
        CheckContent(word =>
            BitConverter.DoubleToUInt64Bits(
                (double)(word + _arrayBytes) + (Scale * (word + (2 * _arrayBytes)))
            )
        );

    /// <inheritdoc/>
    public void Dispose() => _memory.Dispose();

    // Each word holds its own address, as a double: exact below 2^53, and so is what a triad makes of two.
    private static ulong Bits(ulong address) => BitConverter.DoubleToUInt64Bits(address);

    private void WriteAddresses(ulong bytes)
    {
        if (_memory.Guest?.Memory is IRemoteMemory remote)
        {
            remote.WriteAddresses(_address, bytes);
            return;
        }

        var words = (double*)_memory.Locate(_address, bytes);
        for (var i = 0UL; i < bytes / sizeof(double); i++)
        {
            words[i] = _address + (i * sizeof(double));
        }
    }

    private ulong SliceOf(ulong call) => (_first + call) * _stride % (ulong)_results.Length;

    private void Note(ulong result)
    {
        _results[Slice] = result;
        _calls++;
    }

    private void CheckContent(Func<ulong, ulong> expected) =>
        ForEachSlice(
            (slice, words) =>
            {
                Expect.Equal("words of a slice", slice, _sliceBytes * 8 / _groupBytes, words);
                _memory.Check("word of a slice", slice, _sliceBytes, expected);
                Expect.Equal(
                    "sum of a slice, read back",
                    slice,
                    HostSum(slice),
                    _kernels.Read(slice, _sliceBytes)
                );
            }
        );

    private void ForEachSlice(Action<ulong, ulong> check)
    {
        for (var call = 0UL; call < (ulong)_results.Length && call < _calls; call++)
        {
            var slice = SliceOf(call);
            check(_address + (slice * _sliceBytes), _results[slice]);
        }
    }

    private ulong HostSum(ulong address)
    {
        using var view = _memory.View(address, _sliceBytes);
        var words = (ulong*)view.Data;
        var sum = 0UL;
        for (var i = 0UL; i < _sliceBytes / sizeof(ulong); i++)
        {
            sum = unchecked(sum + words[i]);
        }

        return sum;
    }
}
