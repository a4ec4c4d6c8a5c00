using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Wasmtime;

namespace Memory64.Bench.Benchmarks.Concurrency;

/// <summary>Threads that create instances of one compiled guest, or bare memories of the system, and drop them at once.</summary>
public sealed unsafe class ParallelTarget : IDisposable
{
    private readonly Crew _crew;
    private readonly CompiledGuest? _compiled;
    private readonly ByteSize _size;
    private readonly ByteSize _touched;
    private readonly Action _work;
    private long _created;
    private long _calls;

    /// <summary>Compiles the guest, whose memory passes the assertion, and starts the threads.</summary>
    /// <param name="threads">1 or more.</param>
    /// <param name="size">Of each memory.</param>
    /// <param name="touched">How much of each is written before it is dropped: a byte a page.</param>
    /// <param name="settings">The engine's; <see langword="null"/> for bare memories.</param>
    /// <param name="library">The engine under test; bare memories don't touch it.</param>
    /// <param name="isSide">Whether it is a side of a duel: see <see cref="LonePool"/>.</param>
    /// <exception cref="AssertionException">The memory isn't what it should be.</exception>
    public ParallelTarget(
        int threads,
        ByteSize size,
        ByteSize touched,
        EngineConfiguration? settings,
        Func<WasmtimeLibrary> library,
        bool isSide
    )
    {
        (_size, _touched) = (size, touched);
        if (settings is null)
        {
            BareMemory.Check(size);
            _work = AllocateBare;
        }
        else
        {
            _compiled = LonePool.Compile(
                DefinedMemory.GuestOf(MemoryKind.memory64, size),
                settings,
                library(),
                isSide
            );
            CheckInstance();
            _work = Instantiate;
        }

        _crew = new Crew(threads);
    }

    /// <summary>Each thread creates and drops <see cref="ParallelInstantiation.Each"/> of them.</summary>
    public void Create()
    {
        _crew.Do(_work);
        _calls++;
    }

    /// <summary>Checks that each thread made as many as it should, and that an instance made now still passes the assertion.</summary>
    /// <param name="threads">How many there were.</param>
    /// <exception cref="AssertionException">They didn't, or it doesn't.</exception>
    public void Check(int threads)
    {
        Expect.Equal(
            "instances of all threads",
            0,
            (ulong)(_calls * threads * ParallelInstantiation.Each),
            (ulong)_created
        );
        CheckInstance();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _crew.Dispose();
        _compiled?.Dispose();
    }

    private void Instantiate()
    {
        for (var i = 0; i < ParallelInstantiation.Each; i++)
        {
            using var store = new Store(_compiled!.Engine);
            var instance = new Instance(store, _compiled.Module);
            if (_touched.Bytes > 0)
            {
                Touch(instance.GetMemory("memory").Data);
            }
        }

        _ = Interlocked.Add(ref _created, ParallelInstantiation.Each);
    }

    private void AllocateBare()
    {
        for (var i = 0; i < ParallelInstantiation.Each; i++)
        {
            BareMemory.AllocateAndFree(_size, memory => Touch(memory));
        }

        _ = Interlocked.Add(ref _created, ParallelInstantiation.Each);
    }

    private void Touch(byte* memory)
    {
        for (var at = 0UL; at < _touched.Bytes; at += (ulong)Environment.SystemPageSize)
        {
            memory[at] = 1;
        }
    }

    private void CheckInstance()
    {
        if (_compiled is null)
        {
            BareMemory.Check(_size);
            return;
        }

        using var guest = _compiled.Instantiate();
        MemoryAssertion.Check(guest, DefinedMemory.TypeOf(MemoryKind.memory64, _size));
    }
}
