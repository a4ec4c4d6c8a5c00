using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Measured;
using Memory64.Wasmtime;
using Memory64.Widening.Outlines;

namespace Memory64.Bench.Benchmarks.Modules;

/// <summary>
/// What a user's module finds around it: WASI preview 1 without a network, with the folders that it may use; random numbers and clocks
/// that begin alike in each instance, so that all sides compute the same; and <c>bench.start</c> and <c>bench.end</c>, between which
/// programs of Sightglass want to be timed.
/// </summary>
/// <remarks>
/// Source of the latter: <see href="https://github.com/bytecodealliance/sightglass/blob/main/benchmarks/README.md"/>.
/// </remarks>
internal sealed unsafe class GuestHost : IDisposable
{
    // What a program writes more than that is likely to have no end.
    private const int MostOutputMiB = 64;

    private const int ShownLines = 3;

    private const string Wasi = "wasi_snapshot_preview1",
        Bench = "bench",
        Start = "start",
        End = "end";

    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(50);

    private readonly string _name;
    private readonly DeterministicWasi _deterministic = new();
    private readonly WasiConfiguration? _wasi;
    private readonly string? _folder;
    private GCHandle _clock;

    /// <summary>Prepares it.</summary>
    /// <param name="linker">Of the engine under test; it gets all names.</param>
    /// <param name="module">The module, whose folder it may use.</param>
    /// <param name="outline">What it wants, or its twin does.</param>
    /// <param name="request">What it may use besides.</param>
    /// <param name="clock">Counts what lies between start and end.</param>
    /// <param name="library">The engine under test.</param>
    public GuestHost(
        Linker linker,
        UserModule module,
        ModuleOutline outline,
        ModuleRequest request,
        SpanClock clock,
        WasmtimeLibrary library
    )
    {
        _name = module.Name;
        IsTimedByGuest = outline.Imports.Any(item => item.Module == Bench);
        UsesWasi = outline.Imports.Any(item => item.Module == Wasi);
        linker.AllowShadowing = true;
        if (IsTimedByGuest)
        {
            _clock = GCHandle.Alloc(clock);
            var data = (void*)GCHandle.ToIntPtr(_clock);
            _ = linker
                .DefineCallback(Bench, Start, &StartTiming, data)
                .DefineCallback(Bench, End, &EndTiming, data);
        }

        if (UsesWasi)
        {
            _folder = Directory.CreateTempSubdirectory("memory64-bench-").FullName;
            _wasi = Configuration(module, request, library);
            _deterministic.Define(linker.DefineWasi());
        }
    }

    /// <summary>Whether the module says itself what of it is timed.</summary>
    public bool IsTimedByGuest { get; }

    /// <summary>Whether the module uses WASI, whose functions may work on other threads.</summary>
    public bool UsesWasi { get; }

    private string OutputFile => Path.Combine(_folder!, "stdout");

    private string ErrorFile => Path.Combine(_folder!, "stderr");

    /// <summary>Whether an import may be had here; of WASI, each engine knows its own functions.</summary>
    public static bool MayProvide(External import) =>
        import.Kind == ExternalKind.Function
        && (import.Module == Wasi || (import.Module == Bench && import.Name is Start or End));

    /// <summary>Opens what an instance finds, in a store that is for it alone; what the one before wrote is gone.</summary>
    public void Enter(Store store)
    {
        if (_wasi is not null)
        {
            _deterministic.Reset();
            store.SetWasi(_wasi);
        }
    }

    /// <summary>What the newest instance wrote to standard output.</summary>
    public byte[] Output() => _folder is null ? [] : File.ReadAllBytes(OutputFile);

    /// <summary>The last of what it wrote to standard error, with what goes before it; empty where it wrote nothing.</summary>
    public string LastWords()
    {
        if (_folder is null || !File.Exists(ErrorFile))
        {
            return "";
        }

        var words = OneLine.Of(string.Join(' ', File.ReadLines(ErrorFile).TakeLast(ShownLines)));
        return words.Length == 0 ? "" : $"; its last words: {words}";
    }

    /// <summary>Does something during which a program that writes without end ends this process, with one line that says so.</summary>
    public void Watched(Action run)
    {
        if (_folder is null)
        {
            run();
            return;
        }

        using var timer = new Timer(_ => EndEndless(), null, LookInterval, LookInterval);
        run();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_clock.IsAllocated)
        {
            _clock.Free();
        }

        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private WasiConfiguration Configuration(
        UserModule module,
        ModuleRequest request,
        WasmtimeLibrary library
    ) =>
        new()
        {
            Arguments = [Path.GetFileName(module.Path), .. request.Arguments],
            Input = request.Input is { } input ? File.ReadAllBytes(input) : null,
            OutputFile = OutputFile,
            ErrorFile = ErrorFile,
            Directories =
            [
                .. (
                    request.Folders.Count > 0
                        ? request.Folders
                        : [new(Path.GetDirectoryName(module.Path)!, ".", IsWritable: false)]
                ).Select(folder => DirectoryOf(folder, library)),
            ],
        };

    // An engine that can't protect a folder gets a copy of its files, which goes with this.
    private WasiDirectory DirectoryOf(GuestFolder folder, WasmtimeLibrary library)
    {
        if (folder.IsWritable || library.Supports(EngineFeature.ReadOnlyDirectories))
        {
            return new(folder.Path, folder.Name, ReadOnly: !folder.IsWritable);
        }

        var copy = Directory.CreateDirectory(
            Path.Combine(_folder!, "copies", Path.GetRandomFileName())
        );
        foreach (var file in Directory.EnumerateFiles(folder.Path))
        {
            File.Copy(file, Path.Combine(copy.FullName, Path.GetFileName(file)));
        }

        return new(copy.FullName, folder.Name, ReadOnly: false);
    }

    private void EndEndless()
    {
        foreach (var path in (string[])[OutputFile, ErrorFile])
        {
            var file = new FileInfo(path);
            if (file.Exists && file.Length > MostOutputMiB << 20)
            {
                Directory.Delete(_folder!, recursive: true);
                Console.Error.WriteLine(
                    $"{_name} wrote more than {MostOutputMiB} MiB, and may never end; that is not measured"
                );
                Environment.Exit(1);
            }
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void* StartTiming(void* data, void* caller, void* values, nuint count)
    {
        Clock(data).Start();
        return null;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void* EndTiming(void* data, void* caller, void* values, nuint count)
    {
        Clock(data).End();
        return null;
    }

    private static SpanClock Clock(void* data) =>
        (SpanClock)GCHandle.FromIntPtr((nint)data).Target!;
}
