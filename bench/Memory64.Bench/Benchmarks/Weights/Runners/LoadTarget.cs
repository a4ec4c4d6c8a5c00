using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Benchmarks.Weights.Sources;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Bench.Harness.Machines.Memories;
using Memory64.Models.Tokens;
using Memory64.Wasmtime;

namespace Memory64.Bench.Benchmarks.Weights.Runners;

/// <summary>A memory into which a model's file is loaded: a fresh one each time, a guest's or the process's own.</summary>
internal sealed unsafe class LoadTarget : IDisposable
{
    private const int Samples = 64;

    // What a program may have below its weights.
    private static readonly ulong LeastAt = ByteSize.MiB(1).Bytes;

    private readonly OpenModel _model;
    private readonly CompiledGuest? _compiled;
    private readonly bool _maps;
    private readonly bool _isHuge;
    private GuestInstance? _guest;
    private SystemMemory? _native;
    private ulong _sum;

    /// <summary>Compiles the guest; an instance passes the assertions at its full size.</summary>
    /// <param name="model">The model.</param>
    /// <param name="memory">Where its file shall lie.</param>
    /// <param name="maps">Whether it is mapped there.</param>
    /// <param name="library">The engine under test; a native memory doesn't touch it.</param>
    /// <exception cref="AssertionException">The guest's memory isn't what it should be.</exception>
    public LoadTarget(
        OpenModel model,
        WeightMemory memory,
        bool maps,
        Func<WasmtimeLibrary> library
    )
    {
        _model = model;
        _maps = maps;
        _isHuge = memory == WeightMemory.memory64HugePages;
        if (memory == WeightMemory.native)
        {
            return;
        }

        _compiled = new CompiledGuest(
            GuestOf(memory, maps),
            EngineConfiguration.Default,
            library()
        );
        Open();
        MemoryAssertion.CheckAccess(_guest!);
        Close();
    }

    /// <summary>The guest of a memory that has one. What is mapped over a memory stays where it is, so that memory must not move.</summary>
    public static Guest GuestOf(WeightMemory memory, bool maps) =>
        maps ? Guest.Named("model-m64-16GiB") : ModelTarget.GuestOf(memory);

    private byte* Data => _guest is not null ? _guest.Memory.Data : _native!.Data;

    private ulong At =>
        _isHuge ? new WeightAlignment(HugePages.Bytes, (ulong)Data).Next(LeastAt, 0) : LeastAt;

    private ulong Pages => MemoryType.PagesFor(LeastAt + _model.Bytes);

    private static ulong Step => (ulong)Environment.SystemPageSize;

    /// <summary>Bytes that a load touches for the first time: none of a file that is mapped.</summary>
    public ulong BytesToTouch => _maps ? 0 : _model.Bytes;

    /// <summary>What rounds record of it, by metric: of the memory that is open.</summary>
    public IEnumerable<(string Metric, double Value)> Metrics => WeightFootprint.Of(_model);

    /// <summary>A fresh memory of the size, none of it touched.</summary>
    public void Open()
    {
        if (_compiled is null)
        {
            _native = new SystemMemory(Pages * MemoryType.PageBytes);
            _native.MakeAccessible(Pages * MemoryType.PageBytes);
            return;
        }

        _guest = _compiled.Instantiate();
        if (!_maps)
        {
            _ = _guest.Memory.Grow(Pages - _guest.Memory.Pages);
        }
    }

    /// <summary>Reads the file into the memory.</summary>
    public void Copy() => _model.CopyTo(Data + At, 0, _model.Bytes);

    /// <summary>Maps the file over the memory, by huge pages where they are wanted, and has every page of it read.</summary>
    public void Map()
    {
        FileMapping.Over(Data + At, _model.Handle, 0, _model.Bytes);
        if (_isHuge)
        {
            HugePages.Collapse(Data + At, _model.Bytes);
        }

        if (_guest is not null)
        {
            _sum = _guest.Function("touch").Call(At, _model.Bytes, Step);
            return;
        }

        _sum = 0;
        for (var at = 0UL; at < _model.Bytes; at += Step)
        {
            _sum += Data[At + at];
        }
    }

    /// <summary>
    /// Checks that the file lies there, as the guest reads it; that what is mapped can't be written, and every page was read.
    /// </summary>
    /// <exception cref="AssertionException">It is not so.</exception>
    public void Check()
    {
        var stride = (_model.Bytes - sizeof(ulong)) / (Samples - 1);
        for (var sample = 0UL; sample < Samples; sample++)
        {
            var offset = sample * stride;
            var found = _guest is not null
                ? _guest.Probe.Load64.Call(At + offset)
                : *(ulong*)(Data + At + offset);
            Expect.Equal("word of the file", At + offset, _model.Word(offset), found);
        }

        if (!_maps)
        {
            return;
        }

        Expect.Equal("sum of a byte a page", At, _model.Sum(Step), _sum);
        if (_isHuge)
        {
            HugePageAdvice.CheckGiven("bytes of the file in huge pages", Data + At, _model.Bytes);
        }

        if (_guest is not null)
        {
            Expect.WriteOutOfBounds("a store to what is mapped read-only", _guest.Probe.Store8, At);
        }
    }

    /// <summary>Gives the memory back.</summary>
    public void Close()
    {
        _guest?.Dispose();
        _native?.Dispose();
        (_guest, _native) = (null, null);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Close();
        _compiled?.Dispose();
    }
}
