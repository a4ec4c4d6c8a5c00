using System.Runtime.CompilerServices;
using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Bench.Harness.Machines.Memories;
using Memory64.Wasmtime;

namespace Memory64.Bench.Benchmarks.Residence;

/// <summary>An instance of 8 GiB whose first bytes are touched, and what is left of it when it is given back.</summary>
public sealed unsafe class ResidenceTarget : IDisposable
{
    private readonly CompiledGuest _compiled;
    private readonly ulong _touched;
    private Store? _store;
    private byte* _memory;
    private readonly long _before;

    /// <summary>Compiles the guest; an instance passes the assertion.</summary>
    /// <param name="touched">Bytes that are touched; 8 GiB at most.</param>
    /// <param name="settings">The engine's.</param>
    /// <param name="library">The engine under test.</param>
    /// <param name="isSide">Whether it is a side of a duel: see <see cref="LonePool"/>.</param>
    /// <exception cref="AssertionException">The memory isn't what it should be.</exception>
    public ResidenceTarget(
        ulong touched,
        EngineConfiguration settings,
        WasmtimeLibrary library,
        bool isSide
    )
    {
        _touched = touched;
        _compiled = LonePool.Compile(ResidenceCases.Guest, settings, library, isSide);

        // Before the first instance: a pool that keeps pages has all that it may keep resident once one was given back.
        _before = ProcessMemory.ResidentBytes();
        CheckInstance();
    }

    /// <summary>Bytes that are resident now and weren't before any instance was touched.</summary>
    public long ResidentBytes => ProcessMemory.ResidentBytes() - _before;

    /// <summary>A new instance, none of it touched by it.</summary>
    public void Open()
    {
        _store = new Store(_compiled.Engine);
        _memory = new Instance(_store, _compiled.Module).GetMemory("memory").Data;
    }

    /// <summary>Writes a byte to each page of it.</summary>
    // Called a few times only: code that isn't optimised from the first would take as long as pages that are resident.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Touch()
    {
        for (var at = 0UL; at < _touched; at += (ulong)Environment.SystemPageSize)
        {
            _memory[at] = (byte)Pattern.At(at);
        }
    }

    /// <summary>Gives it back.</summary>
    public void Drop()
    {
        _store?.Dispose();
        _store = null;
    }

    /// <summary>Checks that a new instance finds zeros where the one before has written, then drops it.</summary>
    /// <exception cref="AssertionException">It finds something else.</exception>
    public void CheckForgotten()
    {
        Open();
        for (var at = 0UL; at < _touched; at += _touched / 64)
        {
            Expect.Equal("where another instance has written", at, 0, _memory[at]);
        }

        Drop();
    }

    /// <summary>Checks that each page holds what was written to it.</summary>
    /// <exception cref="AssertionException">The first that doesn't.</exception>
    public void CheckTouched()
    {
        for (var at = 0UL; at < _touched; at += (ulong)Environment.SystemPageSize)
        {
            Expect.Equal("touched page", at, (byte)Pattern.At(at), _memory[at]);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Drop();
        _compiled.Dispose();
    }

    private void CheckInstance()
    {
        using var guest = _compiled.Instantiate();
        MemoryAssertion.Check(
            guest,
            DefinedMemory.TypeOf(MemoryKind.memory64, ResidenceCases.Size)
        );
    }
}
