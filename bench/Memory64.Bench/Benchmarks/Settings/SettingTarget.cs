using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Wasmtime;

namespace Memory64.Bench.Benchmarks.Settings;

/// <summary>A guest in an engine with one setting: instances of it, and a window in one of them that is read.</summary>
public sealed unsafe class SettingTarget : IDisposable
{
    /// <summary>Words of 8 bytes that <see cref="Read"/> reads.</summary>
    public const int Accesses = 65_536;

    private static readonly ByteSize WindowSize = ByteSize.KiB(16);

    private readonly EngineConfiguration _settings;
    private readonly MemoryType _type;
    private readonly ByteSize _data;
    private readonly ulong _address;
    private readonly CompiledGuest _compiled;
    private GuestInstance? _guest;
    private Func<ulong, ulong, ulong, ulong>? _read;
    private ulong _expected;
    private ulong _result;

    /// <summary>
    /// Compiles the guest. An instance in an engine of its own with the same settings passes the assertion, so that the
    /// measured engine has no traces of it.
    /// </summary>
    /// <param name="setting">What differs from the default.</param>
    /// <param name="kind">Whose memory.</param>
    /// <param name="window">Where reads will lie; none counts as above 4 GiB.</param>
    /// <param name="hasData">Whether the guest has data.</param>
    /// <param name="library">The engine under test.</param>
    /// <param name="isSide">Whether it is a side of a duel: a pool is then a <see cref="LonePool"/>.</param>
    /// <exception cref="AssertionException">The guest's memory isn't what it should be.</exception>
    public SettingTarget(
        Setting setting,
        MemoryKind kind,
        Window window,
        bool hasData,
        WasmtimeLibrary library,
        bool isSide = false
    )
    {
        _settings = SettingConfiguration.Of(setting);
        _type = TypeOf(setting, kind, window);
        _data = hasData ? InitialContent.DataSize : default;
        _address = (window == Window.below ? ByteSize.GiB(1) : ByteSize.GiB(6)).Bytes;
        var guest = GuestOf(setting, kind, window, hasData);
        using (var asserted = new CompiledGuest(guest, _settings, library))
        {
            AssertInstance(asserted);
        }

        _compiled = LonePool.Compile(guest, _settings, library, isSide);
    }

    private static ulong Passes => Accesses / (WindowSize.Bytes / sizeof(ulong));

    /// <summary>The guest: of fixed size, no larger than is reserved by default, with data, or as other kernels have it.</summary>
    public static Guest GuestOf(Setting setting, MemoryKind kind, Window window, bool hasData) =>
        hasData ? Guest.Named("data-m64")
        : setting == Setting.fixedSize ? Guest.Named("access-m64-fixed")
        : kind == MemoryKind.memory64 && window == Window.below ? Guest.Named("access-m64-4GiB")
        : AccessKernels.GuestOf(kind);

    /// <summary>A store, an instance, both deleted.</summary>
    public void Instantiate()
    {
        using var store = new Store(_compiled.Engine);
        _ = new Instance(store, _compiled.Module);
    }

    /// <summary>A store, an instance, both deleted; before that the guest writes to every page of the first 1 MiB.</summary>
    public void Reuse()
    {
        using var store = new Store(_compiled.Engine);
        var write = new Instance(store, _compiled.Module).GetFunction("store64");
        for (var page = 0UL; page < InitialContent.CheckedSize.Bytes; page += AllocationTarget.Step)
        {
            _ = write.Call(page, Pattern.At(page));
        }
    }

    /// <summary>Checks that an instance made now is fresh, and passes the assertion.</summary>
    /// <exception cref="AssertionException">It isn't, or doesn't.</exception>
    public void CheckInstance() => AssertInstance(_compiled);

    /// <summary>Creates an instance, which passes the assertion too, with patterns in its window.</summary>
    /// <exception cref="AssertionException">Its memory isn't what it should be.</exception>
    public void OpenWindow()
    {
        var guest = Open(_compiled);
        _guest = guest;
        MemoryAssertion.Check(guest, _type);
        _ = guest.Probe.PatternWrite.Call(_address, WindowSize.Bytes / sizeof(ulong));
        for (var word = _address; word < _address + WindowSize.Bytes; word += sizeof(ulong))
        {
            var pattern = Pattern.At(word);
            Expect.Equal(
                "pattern, read by the host",
                word,
                pattern,
                guest.Memory.Read<ulong>(word)
            );
            _expected = unchecked(_expected + (pattern * Passes));
        }

        HugePageAdvice.Check(_settings, guest.Memory.Data + _address, WindowSize.Bytes);
        _read = AccessKernels.Of(guest, sizeof(ulong)).Read;
    }

    /// <summary>Reads the window word by word, again and again.</summary>
    public void Read() => _result = _read!(_address, WindowSize.Bytes, Passes);

    /// <summary>Checks the sum that <see cref="Read"/> returned.</summary>
    /// <exception cref="AssertionException">It is another.</exception>
    public void CheckRead() => Expect.Equal("result of the kernel", _address, _expected, _result);

    /// <inheritdoc/>
    public void Dispose()
    {
        _guest?.Dispose();
        _compiled.Dispose();
    }

    private static MemoryType TypeOf(Setting setting, MemoryKind kind, Window window)
    {
        if (kind == MemoryKind.memory32)
        {
            return new(ByteSize.FourGiB.Pages, ByteSize.FourGiB.Pages, Is64: false);
        }

        var minimum = window == Window.below ? ByteSize.FourGiB : ByteSize.GiB(8);
        var maximum = setting == Setting.fixedSize ? minimum : ByteSize.GiB(16);
        return new(minimum.Pages, maximum.Pages, Is64: true);
    }

    private void AssertInstance(CompiledGuest compiled)
    {
        using var guest = Open(compiled);
        InitialContent.Check(guest, _data);
        MemoryAssertion.Check(guest, _type);
    }

    private GuestInstance Open(CompiledGuest compiled)
    {
        var guest = compiled.Instantiate();
        HugePageAdvice.Give(_settings, guest.Memory.Data, guest.Memory.ByteLength);
        return guest;
    }
}
