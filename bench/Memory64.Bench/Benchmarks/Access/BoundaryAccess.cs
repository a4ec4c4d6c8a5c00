using BenchmarkDotNet.Attributes;
using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Bench.Harness.Cases;

namespace Memory64.Bench.Benchmarks.Access;

/// <summary>
/// What one access costs below, across and above 4 GiB, in a window that the first-level cache holds. The line itself
/// costs nothing in hardware: what differs is the bounds check that memory64 needs, and an access that crosses a page.
/// </summary>
public class BoundaryAccess : Benchmark
{
    /// <summary>Accesses of an invocation.</summary>
    internal const int Accesses = 65_536;

    private AccessTarget _target = null!;
    private ulong _address;
    private ulong _passes;
    private ulong _expected;
    private ulong _result;
    private bool _writes;

    /// <summary>What is accessed.</summary>
    [ParamsAllValues]
    public MemoryKind Memory { get; set; }

    /// <summary>Where the window of a walk lies.</summary>
    [ParamsAllValues]
    public Window Window { get; set; }

    /// <summary>Where a single, repeated access lies.</summary>
    [ParamsAllValues]
    public Place Place { get; set; }

    /// <summary>Bytes of an access; 0 where there is none.</summary>
    [Params(0, 1, 4, 8, 16)]
    public int Width { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<CaseDescription> Cases => AccessCases.All;

    /// <inheritdoc/>
    public override bool RepeatsCalls => true;

    /// <summary>Creates the memory with its assertion, and expects the sum of what will be read.</summary>
    [GlobalSetup(Targets = [nameof(Read), nameof(ReadAt)])]
    public void SetupRead()
    {
        Prepare();
        _expected = unchecked(
            Window != Window.none
                ? _target.SumOf(_address, AccessCases.WindowBytes, Width) * _passes
                : _target.WordAt(_address, Width) * Accesses
        );
    }

    /// <summary>Creates the memory with its assertion, and expects that all words are written.</summary>
    [GlobalSetup(Targets = [nameof(Write), nameof(WriteAt)])]
    public void SetupWrite()
    {
        Prepare();
        _expected = Accesses;
        _writes = true;
    }

    /// <summary>Creates the memory with its assertion, though the loop won't touch it.</summary>
    [GlobalSetup(Target = nameof(LoopOverhead))]
    public void SetupLoop()
    {
        Prepare();
        _expected = AccessCases.WindowBytes;
    }

    /// <summary>Walks the window word by word, reading.</summary>
    [Benchmark(OperationsPerInvoke = Accesses)]
    public void Read() =>
        _result = _target.Kernels.Read(_address, AccessCases.WindowBytes, _passes);

    /// <summary>Walks the window word by word, writing.</summary>
    [Benchmark(OperationsPerInvoke = Accesses)]
    public void Write() =>
        _result = _target.Kernels.Write(_address, AccessCases.WindowBytes, _passes);

    /// <summary>Reads the same word again and again.</summary>
    [Benchmark(OperationsPerInvoke = Accesses)]
    public void ReadAt() => _result = _target.Kernels.ReadAt(_address, Accesses);

    /// <summary>Writes the same word again and again.</summary>
    [Benchmark(OperationsPerInvoke = Accesses)]
    public void WriteAt() => _result = _target.Kernels.WriteAt(_address, Accesses);

    /// <summary>The same loop without an access: what is left of the other rows is the access.</summary>
    [Benchmark(OperationsPerInvoke = Accesses)]
    public void LoopOverhead() =>
        _result = _target.Kernels.Empty(AccessCases.WindowBytes / sizeof(ulong), _passes);

    /// <summary>Checks what the kernel returned and, for writes, that the words are there.</summary>
    [GlobalCleanup]
    public void Cleanup()
    {
        Expect.Equal("result of the kernel", _address, _expected, _result);
        if (_writes)
        {
            _target.CheckWritten(
                _address,
                Window != Window.none ? AccessCases.WindowBytes : (ulong)Width,
                Width
            );
        }

        _target.Dispose();
    }

    private void Prepare()
    {
        var width = Width == 0 ? sizeof(ulong) : Width;
        _target = new AccessTarget(Memory, width, GuestEngine);
        _passes = Accesses / (AccessCases.WindowBytes / (ulong)width);
        _address = AccessCases.AddressOf(Window, Place, width);
        _target.WritePattern(_address & ~7UL, AccessCases.WindowBytes);
    }
}
