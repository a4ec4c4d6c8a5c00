using BenchmarkDotNet.Attributes;
using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;

namespace Memory64.Bench.Benchmarks.Instantiation;

/// <summary>
/// What it costs to create a memory of 8 or 16 GiB and to give it back: a fixed number of system calls, whatever the
/// size, because a page is paid for when it is first touched. A slot of a pool keeps what the kernel needed for the pages
/// that were touched in it, so there a memory that was used costs more the next time.
/// </summary>
public class MemoryInstantiation : Benchmark
{
    private InstantiationTarget _target = null!;
    private int _iteration;

    /// <summary>What is created.</summary>
    [ParamsAllValues]
    public MemoryKind Memory { get; set; }

    /// <summary>Its initial size; 4 GiB is the largest that memory32 has.</summary>
    [ParamsSource(nameof(Sizes))]
    public ByteSize Size { get; set; }

    /// <summary>How the engine allocates it; doesn't apply to a memory that the host or the system creates.</summary>
    [ParamsAllValues]
    public Allocator Allocator { get; set; }

    /// <summary>The values of <see cref="Size"/>.</summary>
    public static IEnumerable<ByteSize> Sizes =>
        [ByteSize.KiB(64), ByteSize.FourGiB, ByteSize.GiB(8), ByteSize.GiB(16)];

    private Guest Defining => DefinedMemory.GuestOf(Memory, Size);

    /// <inheritdoc/>
    public override IEnumerable<CaseDescription> Cases => InstantiationCases.All;

    /// <summary>
    /// An instance passes the assertion in an engine with the same settings; the measured engine's memory stays untouched.
    /// </summary>
    [GlobalSetup(Target = nameof(Instantiate))]
    public void SetupInstantiate()
    {
        _target = NewTarget();
        _target.Compile(Defining);
        _target.CheckInstance();
        _target.Compile(Defining, IsSide);
    }

    /// <summary>The instance that passes the assertion leaves its traces; one word in every GiB is written as well.</summary>
    [GlobalSetup(Target = nameof(InstantiateUsed))]
    public void SetupInstantiateUsed()
    {
        _target = NewTarget();
        _target.Compile(Defining);
        _target.CheckInstance();
        _target.Use();
    }

    /// <summary>Compiles the importing guest; an instance with a memory of the host's passes the assertion.</summary>
    [GlobalSetup(Target = nameof(HostCreated))]
    public void SetupHostCreated()
    {
        _target = NewTarget();
        _target.Compile(InstantiationCases.Importing(Memory));
        _target.CheckInstanceWithHostMemory();
    }

    /// <summary>Nothing is instantiated yet: a first instantiation can't follow another, so its assertion comes after it.</summary>
    [GlobalSetup(Target = nameof(First))]
    public void SetupFirst() => _target = NewTarget();

    /// <summary>The system's memory is written and read at both ends.</summary>
    [GlobalSetup(Target = nameof(SystemCalls))]
    public void SetupSystemCalls() => BareMemory.Check(Size);

    /// <summary>
    /// A fresh engine and module for each iteration. The warm-up's is a small guest, so that the host's code is compiled
    /// and the measured one is the first of its own engine.
    /// </summary>
    [IterationSetup(Target = nameof(First))]
    public void SetupEngine() =>
        _target.Compile(_iteration++ == 0 ? InstantiationCases.Small : Defining);

    /// <summary>The guest defines its memory: a store, an instance, both deleted.</summary>
    [Benchmark]
    public void Instantiate() => _target.Instantiate();

    /// <summary>A store, an instance, both deleted, in a slot of the pool whose memory was used before.</summary>
    [Benchmark]
    public void InstantiateUsed() => _target.Instantiate();

    /// <summary>The host creates the memory and links it to a guest that imports it, then deletes all.</summary>
    [Benchmark]
    public void HostCreated() => _target.InstantiateWithHostMemory();

    /// <summary>The first instantiation of an engine and module.</summary>
    [Benchmark]
    public void First() => _target.Instantiate();

    /// <summary>The floor: the system calls that any such memory needs, without an engine.</summary>
    [Benchmark]
    public void SystemCalls() => BareMemory.AllocateAndFree(Size);

    /// <summary>An instance made after the measurement still passes the assertion.</summary>
    [GlobalCleanup(Targets = [nameof(Instantiate), nameof(InstantiateUsed), nameof(First)])]
    public void CleanupInstantiate() => End(_target.CheckInstance, _target);

    /// <summary>An instance made after the measurement still passes the assertion.</summary>
    [GlobalCleanup(Target = nameof(HostCreated))]
    public void CleanupHostCreated() => End(_target.CheckInstanceWithHostMemory, _target);

    /// <summary>The system still gives such memory.</summary>
    [GlobalCleanup(Target = nameof(SystemCalls))]
    public void CleanupSystemCalls() => BareMemory.Check(Size);

    private InstantiationTarget NewTarget() =>
        new(DefinedMemory.TypeOf(Memory, Size), DefinedMemory.SettingsOf(Allocator), Engine());
}
