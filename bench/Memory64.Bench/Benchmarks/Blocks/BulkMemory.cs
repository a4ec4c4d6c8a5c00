using BenchmarkDotNet.Attributes;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Bench.Harness.Cases;

namespace Memory64.Bench.Benchmarks.Blocks;

/// <summary>
/// What one <c>memory.fill</c> or <c>memory.copy</c> costs, by which a guest clears and moves whatever it has. Short ones show
/// what the engine does before the first byte, and what it saves where the length is a constant; long ones should be as fast
/// as native code, because one check serves the whole area.
/// </summary>
/// <remarks>Areas don't overlap. A copy counts its bytes twice, read and written.</remarks>
public class BulkMemory : Benchmark
{
    /// <summary>Short fills or copies of an invocation.</summary>
    internal const int Repetitions = 1_000;

    private BulkTarget _target = null!;
    private ulong _result;

    /// <summary>What is filled or copied.</summary>
    [ParamsAllValues]
    public MemoryKind Memory { get; set; }

    /// <summary>How many bytes.</summary>
    [ParamsSource(nameof(Sizes))]
    public ByteSize Size { get; set; }

    /// <summary>The values of <see cref="Size"/>.</summary>
    public static IEnumerable<ByteSize> Sizes =>
        [
            .. BulkKernels.ConstantLengths.Select(bytes => new ByteSize(bytes)),
            ByteSize.KiB(1),
            ByteSize.KiB(4),
            ByteSize.KiB(64),
            ByteSize.MiB(1),
            ByteSize.MiB(16),
            ByteSize.MiB(256),
        ];

    private static ulong Address => ByteSize.GiB(1).Bytes;

    /// <inheritdoc/>
    public override IEnumerable<CaseDescription> Cases => BlockCases.All;

    /// <inheritdoc/>
    public override bool RepeatsCalls => true;

    /// <summary>Creates the memory with its assertion, and patterns in it.</summary>
    [GlobalSetup]
    public void Setup() => _target = new BulkTarget(Memory, Size.Bytes, Address, GuestEngine);

    /// <summary>Clears an area of 64 KiB or more.</summary>
    [Benchmark]
    public void Fill() => _result = _target.Kernels.Fill(Address, Size.Bytes, 1);

    /// <summary>Copies an area of 64 KiB or more to the next one.</summary>
    [Benchmark]
    public void Copy() => _result = _target.Kernels.Copy(Address, Size.Bytes, 1);

    /// <summary>Clears a short area.</summary>
    [Benchmark(OperationsPerInvoke = Repetitions)]
    public void FillSmall() => _result = _target.Kernels.Fill(Address, Size.Bytes, Repetitions);

    /// <summary>Copies a short area.</summary>
    [Benchmark(OperationsPerInvoke = Repetitions)]
    public void CopySmall() => _result = _target.Kernels.Copy(Address, Size.Bytes, Repetitions);

    /// <summary>Clears a short area whose length the compiler knows.</summary>
    [Benchmark(OperationsPerInvoke = Repetitions)]
    public void FillConstant() => _result = _target.Kernels.FillConstant!(Address, Repetitions);

    /// <summary>Copies a short area whose length the compiler knows.</summary>
    [Benchmark(OperationsPerInvoke = Repetitions)]
    public void CopyConstant() => _result = _target.Kernels.CopyConstant!(Address, Repetitions);

    /// <summary>The area is cleared, and nothing beside it.</summary>
    [GlobalCleanup(Targets = [nameof(Fill), nameof(FillSmall), nameof(FillConstant)])]
    public void CleanupFill() => Finish(() => _target.CheckFilled());

    /// <summary>The area is copied, and nothing else changed.</summary>
    [GlobalCleanup(Targets = [nameof(Copy), nameof(CopySmall), nameof(CopyConstant)])]
    public void CleanupCopy() => Finish(() => _target.CheckCopied());

    private void Finish(Action check)
    {
        var count = Size.Bytes < ByteSize.KiB(64).Bytes ? Repetitions : 1UL;
        Expect.Equal("result of the kernel", Address, count, _result);
        check();
        _target.Dispose();
    }
}
