using BenchmarkDotNet.Attributes;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;

namespace Memory64.Bench.Benchmarks.Residence;

/// <summary>
/// What becomes of a memory that was used once: what it takes to give it back, how much of it is still resident after that, and what the
/// next instance pays for the same pages.
/// </summary>
public class MemoryResidence : Benchmark
{
    /// <summary>The metric of what is still resident.</summary>
    internal const string ResidentAfter = "residentAfterBytes";

    private ResidenceTarget _target = null!;

    /// <summary>How much of the memory is touched.</summary>
    [ParamsSource(nameof(Sizes))]
    public ByteSize Size { get; set; }

    /// <summary>Who gets it back.</summary>
    [ParamsAllValues]
    public Keeper Keeper { get; set; }

    /// <summary>The values of <see cref="Size"/>.</summary>
    public static IEnumerable<ByteSize> Sizes => [ByteSize.MiB(256), ByteSize.GiB(1)];

    /// <inheritdoc/>
    public override IEnumerable<CaseDescription> Cases => ResidenceCases.All;

    /// <summary>An instance passes the assertion.</summary>
    [GlobalSetup]
    public void Setup() =>
        _target = new ResidenceTarget(
            Size.Bytes,
            ResidenceCases.SettingsOf(Keeper),
            Engine(),
            IsSide
        );

    /// <summary>A fresh instance, touched.</summary>
    [IterationSetup(Target = nameof(Drop))]
    public void OpenTouched()
    {
        _target.Open();
        BackPages(Size.Bytes);
        _target.Touch();
    }

    /// <summary>An instance, where one before it was touched and dropped.</summary>
    [IterationSetup(Target = nameof(TouchAgain))]
    public void OpenSecond()
    {
        _target.Open();
        _target.Touch();
        _target.Drop();
        _target.Open();
        BackPages(Size.Bytes);
    }

    /// <summary>Gives the memory back.</summary>
    [Benchmark]
    public void Drop() => _target.Drop();

    /// <summary>The next instance writes to the same pages.</summary>
    [Benchmark]
    public void TouchAgain() => _target.Touch();

    /// <summary>What is still resident is noted; the next instance finds nothing of it.</summary>
    [IterationCleanup(Target = nameof(Drop))]
    public void CloseDropped()
    {
        Note(ResidentAfter, Math.Max(0, _target.ResidentBytes));
        _target.CheckForgotten();
    }

    /// <summary>Each page holds what was written to it.</summary>
    [IterationCleanup(Target = nameof(TouchAgain))]
    public void CloseTouched()
    {
        _target.CheckTouched();
        _target.Drop();
    }

    /// <summary>Deletes the engine.</summary>
    [GlobalCleanup]
    public void Cleanup() => _target.Dispose();
}
