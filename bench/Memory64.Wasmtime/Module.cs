using Memory64.Wasmtime.Interop;

namespace Memory64.Wasmtime;

/// <summary>A compiled guest (<c>wasmtime_module_t</c>).</summary>
public sealed unsafe class Module : IDisposable
{
    private void* _module;
    private IReadOnlyList<ModuleImport>? _imports;
    private IReadOnlyList<ModuleExport>? _exports;

    /// <summary>Compiles <paramref name="wasm"/>, a module in the binary format.</summary>
    /// <exception cref="WasmtimeException">The bytes are no valid module for this engine.</exception>
    public Module(Engine engine, ReadOnlySpan<byte> wasm)
    {
        Library = engine.Library;
        void* module = null;
        fixed (byte* bytes = wasm)
        {
            Library.ThrowIfError(
                Library.Api.ModuleNew(engine.Live, bytes, (nuint)wasm.Length, &module)
            );
        }

        _module = module;
    }

    private Module(WasmtimeLibrary library, void* module)
    {
        Library = library;
        _module = module;
    }

    /// <summary>Why a module is none that the engine takes, in its words; <see langword="null"/> where it takes it. Compiles nothing.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="wasm">The module in the binary format.</param>
    public static string? ProblemOf(Engine engine, ReadOnlySpan<byte> wasm)
    {
        fixed (byte* bytes = wasm)
        {
            try
            {
                engine.Library.ThrowIfError(
                    engine.Library.Api.ModuleValidate(engine.Live, bytes, (nuint)wasm.Length)
                );
                return null;
            }
            catch (WasmtimeException exception)
            {
                return exception.Message;
            }
        }
    }

    /// <summary>Loads what <see cref="Serialize"/> gave. The bytes are trusted: they are machine code.</summary>
    /// <param name="engine">An engine of the same build with the same settings.</param>
    /// <param name="image">The compiled form.</param>
    /// <exception cref="WasmtimeException">
    /// They are of another engine, or of other settings; the Spectre flag is not among those that are compared.
    /// </exception>
    public static Module Deserialize(Engine engine, ReadOnlySpan<byte> image)
    {
        var library = engine.Library;
        void* module = null;
        fixed (byte* bytes = image)
        {
            library.ThrowIfError(
                library.Api.ModuleDeserialize(engine.Live, bytes, (nuint)image.Length, &module)
            );
        }

        return new(library, module);
    }

    /// <summary>What it wants from its host, in order.</summary>
    public IReadOnlyList<ModuleImport> Imports => _imports ??= TypeReader.Imports(Library, Live);

    /// <summary>What it offers to its host, in order.</summary>
    public IReadOnlyList<ModuleExport> Exports => _exports ??= TypeReader.Exports(Library, Live);

    internal WasmtimeLibrary Library { get; }

    internal void* Live
    {
        get
        {
            ObjectDisposedException.ThrowIf(_module == null, this);
            return _module;
        }
    }

    /// <summary>The compiled form, an ELF image whose layout is the engine's own.</summary>
    public byte[] Serialize()
    {
        Vector image;
        Library.ThrowIfError(Library.Api.ModuleSerialize(Live, &image));
        var bytes = new ReadOnlySpan<byte>(image.Data, checked((int)image.Size)).ToArray();
        Library.Api.ByteVectorDelete(&image);
        return bytes;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_module != null)
        {
            Library.Api.ModuleDelete(_module);
            _module = null;
        }
    }
}
