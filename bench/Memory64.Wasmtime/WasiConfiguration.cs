using Memory64.Wasmtime.Interop;

namespace Memory64.Wasmtime;

/// <summary>
/// What a guest of WASI preview 1 gets from its host (<c>wasi_config_t</c>). It inherits nothing: without more it has no argument,
/// no variable and no directory, reads nothing, and what it writes is lost. One serves any number of stores.
/// </summary>
public sealed unsafe record WasiConfiguration
{
    /// <summary>The command line; by custom the first is the program's name.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Environment variables, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Environment { get; init; } = [];

    /// <summary>What it reads from standard input; <see langword="null"/> for <see cref="InputFile"/>, else nothing.</summary>
    public ReadOnlyMemory<byte>? Input { get; init; }

    /// <summary>The file that it reads from standard input; the engine reads it by a thread of its own.</summary>
    public string? InputFile { get; init; }

    /// <summary>The file that standard output goes to, emptied by <see cref="Store.SetWasi"/>.</summary>
    public string? OutputFile { get; init; }

    /// <summary>The file that standard error goes to, emptied by <see cref="Store.SetWasi"/>; not that of standard output.</summary>
    public string? ErrorFile { get; init; }

    /// <summary>The directories that it may use.</summary>
    public IReadOnlyList<WasiDirectory> Directories { get; init; } = [];

    /// <summary>Creates a <c>wasi_config_t</c>, which opens the files and directories; the caller hands it over or deletes it.</summary>
    /// <exception cref="WasmtimeException">A file or directory can't be opened.</exception>
    /// <exception cref="UnsupportedFeatureException">A directory is to be read-only, and the engine has no such choice.</exception>
    internal void* Create(WasmtimeLibrary library)
    {
        RequireSound(library);
        var api = library.Wasi;
        var config = api.ConfigNew();
        try
        {
            SetArguments(api, config);
            SetEnvironment(api, config);
            SetInput(api, config);
            Open(config, api.ConfigSetOutputFile, OutputFile, "output");
            Open(config, api.ConfigSetErrorFile, ErrorFile, "error");
            foreach (var directory in Directories)
            {
                Open(api, config, directory);
            }

            return config;
        }
        catch
        {
            api.ConfigDelete(config);
            throw;
        }
    }

    private void RequireSound(WasmtimeLibrary library)
    {
        if (Input is not null && InputFile is not null)
        {
            throw new InvalidOperationException(
                $"standard input is either {nameof(Input)} or {nameof(InputFile)}"
            );
        }

        if (
            Directories.Any(directory => directory.ReadOnly)
            && !library.Supports(EngineFeature.ReadOnlyDirectories)
        )
        {
            throw new UnsupportedFeatureException(
                EngineFeature.ReadOnlyDirectories,
                "permissions in wasi_config_preopen_dir"
            );
        }
    }

    private void SetArguments(WasiApi api, void* config)
    {
        using var arguments = new NativeStrings(Arguments);
        Require(
            api.ConfigSetArguments(config, arguments.Count, arguments.Pointers),
            "an argument is no valid text"
        );
    }

    private void SetEnvironment(WasiApi api, void* config)
    {
        using var names = new NativeStrings(Environment.Select(variable => variable.Key));
        using var values = new NativeStrings(Environment.Select(variable => variable.Value));
        Require(
            api.ConfigSetEnvironment(config, names.Count, names.Pointers, values.Pointers),
            "an environment variable is no valid text"
        );
    }

    private void SetInput(WasiApi api, void* config)
    {
        Open(config, api.ConfigSetInputFile, InputFile, "input");
        if (Input is { } input)
        {
            // The configuration takes over the copy.
            Vector bytes;
            fixed (byte* data = input.Span)
            {
                api.ByteVectorNew(&bytes, (nuint)input.Length, data);
            }

            api.ConfigSetInputBytes(config, &bytes);
        }
    }

    private static void Open(
        void* config,
        delegate* unmanaged[Cdecl]<void*, byte*, byte> set,
        string? path,
        string stream
    )
    {
        if (path is not null)
        {
            fixed (byte* bytes = Utf8.Terminated(path))
            {
                Require(
                    set(config, bytes),
                    $"the guest's standard {stream} {path} can't be opened"
                );
            }
        }
    }

    private static void Open(WasiApi api, void* config, WasiDirectory directory)
    {
        fixed (byte* hostPath = Utf8.Terminated(directory.HostPath))
        fixed (byte* guestPath = Utf8.Terminated(directory.GuestPath))
        {
            Require(
                api.PreopenDirectory(config, hostPath, guestPath, directory.ReadOnly),
                $"the guest's directory {directory.HostPath} can't be opened"
            );
        }
    }

    private static void Require(byte succeeded, string message)
    {
        if (succeeded == 0)
        {
            throw new WasmtimeException(message);
        }
    }
}
