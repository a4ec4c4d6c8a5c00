using System.Runtime.InteropServices;
using System.Text;
using Memory64.Wasmtime.Interop;

namespace Memory64.Wasmtime;

/// <summary>
/// One loaded libwasmtime of any version from 24 on. Nothing is shared with a second one, but a process that measures
/// loads one only: engines install signal handlers.
/// </summary>
public sealed unsafe class WasmtimeLibrary
{
    private readonly nint _handle;
    private readonly Lazy<LinkingApi> _linking;
    private readonly Lazy<WasiApi> _wasi;

    private WasmtimeLibrary(string path, nint handle)
    {
        Path = path;
        _handle = handle;
        Api = new NativeApi(handle, path);
        _linking = new(() => new LinkingApi(Api));
        _wasi = new(() => new WasiApi(Api));
    }

    /// <summary>Where it was loaded from.</summary>
    public string Path { get; }

    /// <summary>The operating system's handle, for those who resolve functions of their own.</summary>
    public nint Handle => _handle;

    internal NativeApi Api { get; }

    /// <summary>What links modules by names.</summary>
    internal LinkingApi Linking => _linking.Value;

    /// <summary>What WASI needs.</summary>
    /// <exception cref="WasmtimeException">The library was built without it.</exception>
    internal WasiApi Wasi =>
        Api.Has("wasi_config_new")
            ? _wasi.Value
            : throw new WasmtimeException($"{Path} was built without WASI");

    /// <summary>Loads the native library at <paramref name="path"/>; it stays loaded until the process ends.</summary>
    /// <exception cref="WasmtimeException">It can't be loaded, or lacks a function that Wasmtime has from 24 on.</exception>
    public static WasmtimeLibrary Load(string path)
    {
        try
        {
            return new WasmtimeLibrary(path, NativeLibrary.Load(path));
        }
        catch (Exception exception)
            when (exception is DllNotFoundException or BadImageFormatException)
        {
            throw new WasmtimeException($"{path} can't be loaded: {exception.Message}");
        }
        catch (EntryPointNotFoundException exception)
        {
            throw new WasmtimeException(exception.Message);
        }
    }

    /// <summary>Whether this engine offers <paramref name="feature"/>.</summary>
    public bool Supports(EngineFeature feature) => Api.Has(FeatureSymbols.Of(feature));

    /// <summary>The symbol's address.</summary>
    /// <exception cref="UnsupportedFeatureException">The engine doesn't export it.</exception>
    internal nint Require(EngineFeature feature, string symbol)
    {
        var address = Api.Optional(symbol);
        return address != 0 ? address : throw new UnsupportedFeatureException(feature, symbol);
    }

    /// <summary>Turns an owned <c>wasmtime_error_t</c> into an exception; null passes.</summary>
    internal void ThrowIfError(void* error)
    {
        if (error == null)
        {
            return;
        }

        int status;
        if (Api.ErrorExitStatus(error, &status) != 0)
        {
            Api.ErrorDelete(error);
            throw new ExitException(status);
        }

        Vector message;
        Api.ErrorMessage(error, &message);
        Api.ErrorDelete(error);
        throw new WasmtimeException(Take(&message));
    }

    /// <summary>Turns an owned error or an owned trap into an exception; two nulls pass.</summary>
    internal void ThrowIfFailed(void* error, void* trap)
    {
        ThrowIfError(error);
        if (trap == null)
        {
            return;
        }

        Vector message;
        byte code;
        Api.TrapMessage(trap, &message);
        var trapCode = Api.TrapCode(trap, &code) != 0 ? (TrapCode)code : TrapCode.None;
        Api.TrapDelete(trap);
        throw new TrapException(Take(&message), trapCode);
    }

    /// <summary>A new <c>wasm_trap_t</c> with that message, for a host function to return.</summary>
    internal void* CreateTrap(string message)
    {
        var utf8 = Encoding.UTF8.GetBytes(message);
        fixed (byte* bytes = utf8)
        {
            return Api.TrapNew(bytes, (nuint)utf8.Length);
        }
    }

    private string Take(Vector* bytes)
    {
        // wasm_trap_message ends its text with a zero byte, wasmtime_error_message doesn't.
        var text = Encoding
            .UTF8.GetString((byte*)bytes->Data, checked((int)bytes->Size))
            .TrimEnd('\0');
        Api.ByteVectorDelete(bytes);
        return text;
    }
}
