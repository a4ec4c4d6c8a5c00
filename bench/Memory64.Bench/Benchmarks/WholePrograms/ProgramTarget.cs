using Memory64.Bench.Benchmarks.WholePrograms.Native;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Bench.Harness.Machines.Memories;

namespace Memory64.Bench.Benchmarks.WholePrograms;

/// <summary>A program, laid out in a memory from 1 GiB on, and what it has computed so far.</summary>
public sealed unsafe class ProgramTarget : IDisposable
{
    private static readonly ByteSize Address = ByteSize.GiB(1);

    private readonly ProgramKind _program;
    private readonly ulong _size;
    private readonly IGuest? _guest;
    private readonly SystemMemory? _native;
    private readonly Func<ulong, ulong> _run;
    private ulong _operations;
    private ulong _sum;

    /// <summary>Creates the memory with its assertion and the program in it.</summary>
    /// <param name="program">Which.</param>
    /// <param name="memory">What it is compiled for.</param>
    /// <param name="set">How much it works on.</param>
    /// <param name="engine">The engine under test; a native program doesn't touch it.</param>
    /// <exception cref="AssertionException">The memory isn't what it should be.</exception>
    public ProgramTarget(
        ProgramKind program,
        ProgramMemory memory,
        DataSet set,
        Func<IGuestEngine> engine
    )
    {
        _program = program;
        _size = ProgramSizes.Of(program, set);
        if (memory == ProgramMemory.native)
        {
            var bytes = ProgramSizes.MostBytes(set).Bytes;
            _native = new SystemMemory(bytes);
            _native.MakeAccessible(bytes);
            var native = NativeOf(program, _native.Data, _size);
            UsedBytes = native.Build();
            _run = native.Run;
            return;
        }

        _guest = engine().Open(ProgramGuest.Of(program, memory));
        MemoryAssertion.Check(_guest, ProgramGuest.TypeOf(memory));
        UsedBytes = _guest.Function("build").Call(Address.Bytes, _size);
        var run = _guest.Function("run");
        _run = count => run.Call(Address.Bytes, count);
    }

    /// <summary>Bytes of the memory that the program uses.</summary>
    public ulong UsedBytes { get; }

    /// <summary>What all operations have computed, modulo 2^64.</summary>
    public ulong Sum => _sum;

    /// <summary>Does the next operations.</summary>
    /// <param name="count">How many in one call.</param>
    /// <param name="times">How often the engine makes the call.</param>
    public void Run(ulong count, ulong times)
    {
        _sum = _run(count);
        _operations += count * times;
    }

    /// <summary>Checks that all operations have computed what they should.</summary>
    /// <exception cref="AssertionException">They haven't.</exception>
    public void CheckRun() =>
        Expect.Equal(
            $"sum of what {_operations} operations of {_program} have computed",
            Address.Bytes,
            ProgramAnswers.Sum(_program, _size, _operations),
            _sum
        );

    /// <inheritdoc/>
    public void Dispose()
    {
        _guest?.Dispose();
        _native?.Dispose();
    }

    private static INativeProgram NativeOf(ProgramKind program, byte* data, ulong size) =>
        program switch
        {
            ProgramKind.sort => new NativeSort(data, size),
            ProgramKind.lookup => new NativeLookup(data, size),
            ProgramKind.product => new NativeProduct(data, size),
            ProgramKind.blur => new NativeBlur(data, size),
            ProgramKind.search => new NativeSearch(data, size),
            _ => throw new ArgumentOutOfRangeException(
                nameof(program),
                program,
                "there is none in C#"
            ),
        };
}
