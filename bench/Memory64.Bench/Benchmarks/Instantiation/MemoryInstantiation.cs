using BenchmarkDotNet.Attributes;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Measured;
using Memory64.Results.Units;
using Memory64.Wasmtime;

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

    private MemoryType Type =>
        Memory == MemoryKind.memory64
            ? new MemoryType(Size.Pages, ByteSize.GiB(16).Pages, Is64: true)
            : new MemoryType(Size.Pages, ByteSize.FourGiB.Pages, Is64: false);

    private EngineConfiguration Settings =>
        Allocator == Allocator.none ? EngineConfiguration.Default : new() { Allocator = Allocator };

    /// <inheritdoc/>
    public override CaseDescription? Describe(string method)
    {
        var large = Size.Bytes > ByteSize.FourGiB.Bytes;
        if (
            (method is nameof(Instantiate) or nameof(InstantiateUsed) or nameof(First))
                != (Allocator != Allocator.none)
            || (method == nameof(SystemCalls)) != (Memory == MemoryKind.native)
            || (Memory == MemoryKind.memory32 && large)
            || (
                method == nameof(InstantiateUsed)
                && (Allocator == Allocator.OnDemand || Size == ByteSize.KiB(64))
            )
        )
        {
            return null;
        }

        var aside =
            (Memory == MemoryKind.memory64 && !large)
            || (method == nameof(First) && Allocator == Allocator.Pooling)
            || (method is nameof(First) or nameof(HostCreated) && Size == ByteSize.KiB(64));
        var twin = new Control(
            "memory32",
            (nameof(Memory), MemoryKind.memory32),
            (nameof(Size), ByteSize.FourGiB)
        );
        var floor = new Control(
            "system calls",
            (nameof(Memory), MemoryKind.native),
            (nameof(Allocator), Allocator.none)
        )
        {
            Method = nameof(SystemCalls),
        };
        return new CaseDescription
        {
            Profile =
                aside ? Profile.Full
                : method is nameof(Instantiate) or nameof(SystemCalls) ? Profile.Smoke
                : Profile.Standard,
            Sampling =
                method == nameof(First)
                    ? Sampling.Once(warmups: 1, iterations: 1)
                    : Sampling.Repeated,
            Unit = TimeUnit.Microsecond,
            Guest = GuestOf(method),
            Settings = Settings,
            AccessibleBytes = Size.Bytes,
            Controls = Memory switch
            {
                MemoryKind.memory64 => [twin, floor],
                MemoryKind.memory32 => [floor],
                _ => [],
            },
        };
    }

    /// <summary>
    /// An instance passes the assertion in an engine with the same settings; the measured engine's memory stays untouched.
    /// </summary>
    [GlobalSetup(Target = nameof(Instantiate))]
    public void SetupInstantiate() =>
        Begin(() =>
        {
            Prepare(nameof(Instantiate));
            _target.CheckInstance();
            _target.Compile(GuestOf(nameof(Instantiate))!);
        });

    /// <summary>The instance that passes the assertion leaves its traces; one word in every GiB is written as well.</summary>
    [GlobalSetup(Target = nameof(InstantiateUsed))]
    public void SetupInstantiateUsed() =>
        Begin(() =>
        {
            Prepare(nameof(InstantiateUsed));
            _target.CheckInstance();
            _target.Use();
        });

    /// <summary>Compiles the importing guest; an instance with a memory of the host's passes the assertion.</summary>
    [GlobalSetup(Target = nameof(HostCreated))]
    public void SetupHostCreated() =>
        Begin(() =>
        {
            Prepare(nameof(HostCreated));
            _target.CheckInstanceWithHostMemory();
        });

    /// <summary>Nothing is instantiated yet: a first instantiation can't follow another, so its assertion comes after it.</summary>
    [GlobalSetup(Target = nameof(First))]
    public void SetupFirst() =>
        Begin(() => _target = new InstantiationTarget(Type, Settings, EngineUnderTest.Library));

    /// <summary>The system's memory is written and read at both ends.</summary>
    [GlobalSetup(Target = nameof(SystemCalls))]
    public void SetupSystemCalls() => Begin(() => BareMemory.Check(Size));

    /// <summary>
    /// A fresh engine and module for each iteration. The warm-up's is a small guest, so that the host's code is compiled
    /// and the measured one is the first of its own engine.
    /// </summary>
    [IterationSetup(Target = nameof(First))]
    public void SetupEngine() =>
        _target.Compile(
            _iteration++ == 0 ? Guest.Named("instantiation-m32-64KiB") : GuestOf(nameof(First))!
        );

    /// <summary>The guest defines its memory: a store, an instance, both deleted.</summary>
    [Benchmark]
    public void Instantiate() => _target.Instantiate();

    /// <summary>Likewise, in a slot of the pool whose memory was used before.</summary>
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
    public void CleanupSystemCalls() => End(() => BareMemory.Check(Size));

    private Guest? GuestOf(string method) =>
        method switch
        {
            nameof(SystemCalls) => null,
            nameof(HostCreated) => Guest.Named(Type.Is64 ? "imported-m64" : "imported-m32"),
            _ => Guest.Named($"instantiation-{(Type.Is64 ? "m64" : "m32")}-{Size}"),
        };

    private void Prepare(string method)
    {
        _target = new InstantiationTarget(Type, Settings, EngineUnderTest.Library);
        _target.Compile(GuestOf(method)!);
    }
}
