using System.Runtime.InteropServices;

namespace Memory64.Engines.Identity;

/// <summary>Whether a native library is a Wasmtime that this suite can call: judged by what it exports, never by its name.</summary>
internal static class LibraryInspector
{
    // Exported by every Wasmtime from 24 to 50; no other library has them all.
    private static readonly string[] Wasmtime =
    [
        "wasm_engine_new",
        "wasmtime_store_new",
        "wasmtime_module_new",
        "wasmtime_instance_new",
        "wasmtime_memorytype_new",
        "wasmtime_memory_data",
        "wasmtime_memory_grow",
    ];

    /// <summary>The only function of the C API that 24.0.0 has and 23.0.3 has not (its release notes, pull request 8907).</summary>
    private const string FirstInMinimum = "wasmtime_engine_clone";

    /// <summary>Loads a library, looks at its exports and lets it go.</summary>
    /// <param name="library">Absolute path.</param>
    /// <param name="place">What messages name: the library, or the package that it is from.</param>
    /// <exception cref="EngineException">It can't be loaded, is not Wasmtime, or is older than 24.</exception>
    internal static void Check(string library, string place)
    {
        if (
            OperatingSystem.IsLinux()
            && FileGuard.Read(
                library,
                () => ElfFile.Problem(library, RuntimeInformation.ProcessArchitecture)
            )
                is { } problem
        )
        {
            throw NotLoadable(place, problem);
        }

        nint handle;
        try
        {
            handle = NativeLibrary.Load(library);
        }
        catch (Exception error) when (error is DllNotFoundException or BadImageFormatException)
        {
            // .NET puts general advice first and the loader's own words last.
            throw NotLoadable(
                place,
                error
                    .Message.Trim()
                    .Split('\n')[^1]
                    .Replace(library + ": ", "", StringComparison.Ordinal)
            );
        }

        try
        {
            CheckExports(place, symbol => NativeLibrary.TryGetExport(handle, symbol, out _));
        }
        finally
        {
            NativeLibrary.Free(handle);
        }
    }

    /// <summary>The part that needs no library.</summary>
    /// <param name="place">What messages name.</param>
    /// <param name="exports">Whether the library exports a symbol.</param>
    internal static void CheckExports(string place, Func<string, bool> exports)
    {
        if (Wasmtime.FirstOrDefault(symbol => !exports(symbol)) is { } missing)
        {
            throw new EngineException($"{place} is not Wasmtime: it lacks {missing}.");
        }

        if (!exports(FirstInMinimum))
        {
            throw new EngineException(
                $"{place} is too old: it lacks {FirstInMinimum}, which Wasmtime has from 24 on."
            );
        }
    }

    private static EngineException NotLoadable(string place, string why) =>
        new($"{place} is not a library that this machine can load: {FileGuard.OneLine(why)}");
}
