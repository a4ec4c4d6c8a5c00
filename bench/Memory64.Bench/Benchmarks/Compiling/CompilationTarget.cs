using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Wasmtime;

namespace Memory64.Bench.Benchmarks.Compiling;

/// <summary>A guest that is compiled, or loaded in its compiled form, again and again.</summary>
public sealed class CompilationTarget : IDisposable
{
    private readonly Guest _guest;
    private readonly MemoryType _type;
    private readonly Engine _engine;
    private readonly byte[] _image;

    /// <summary>Compiles the guest once; an instance passes the assertion.</summary>
    /// <param name="guest">The guest.</param>
    /// <param name="type">What its memory must be.</param>
    /// <param name="settings">The engine's.</param>
    /// <param name="library">The engine under test.</param>
    /// <exception cref="AssertionException">The guest's memory isn't what it should be.</exception>
    public CompilationTarget(
        Guest guest,
        MemoryType type,
        EngineConfiguration settings,
        WasmtimeLibrary library
    )
    {
        (_guest, _type) = (guest, type);
        _engine = settings.CreateEngine(library);
        using var module = new Module(_engine, guest.Wasm.Span);
        Check(module);
        _image = module.Serialize();
    }

    /// <summary>Bytes of machine code that the guest became.</summary>
    public ulong CodeBytes => MachineCode.BytesOf(_image);

    /// <summary>Compiles the guest, and deletes the module.</summary>
    public void Compile() => new Module(_engine, _guest.Wasm.Span).Dispose();

    /// <summary>Loads the compiled form, and deletes the module.</summary>
    public void Deserialize() => Module.Deserialize(_engine, _image).Dispose();

    /// <summary>Checks that what is compiled now is what was, byte by byte, and still passes the assertion.</summary>
    /// <exception cref="AssertionException">It isn't, or doesn't.</exception>
    public void CheckCompiled()
    {
        using var module = new Module(_engine, _guest.Wasm.Span);
        Expect.That(
            "a guest becomes the same machine code each time",
            module.Serialize().AsSpan().SequenceEqual(_image)
        );
        Check(module);
    }

    /// <summary>Checks that what is loaded now passes the assertion.</summary>
    /// <exception cref="AssertionException">It doesn't.</exception>
    public void CheckLoaded()
    {
        using var module = Module.Deserialize(_engine, _image);
        Check(module);
    }

    /// <inheritdoc/>
    public void Dispose() => _engine.Dispose();

    private void Check(Module module)
    {
        using var instance = new GuestInstance(_engine, module);
        MemoryAssertion.Check(instance, _type);
    }
}
