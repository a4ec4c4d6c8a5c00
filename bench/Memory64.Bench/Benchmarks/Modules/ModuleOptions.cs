using System.CommandLine;
using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Measured;
using Memory64.Bench.Harness.Rooms;

namespace Memory64.Bench.Benchmarks.Modules;

/// <summary><c>--module</c> and what belongs to it: programs of the user's.</summary>
internal sealed class ModuleOptions : IRoomOptions
{
    private const string Module = "module",
        InvokeKey = "module.invoke",
        FreshKey = "module.fresh",
        ExpectKey = "module.expect";

    private readonly Option<string[]> _files = new($"--{Module}")
    {
        Description =
            "A WebAssembly module of yours; repeatable, one file each. Measures it as it is, and with its 32-bit memory made a 64-bit one, which shows what memory64 would cost it.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _invoke = new("--invoke")
    {
        Description =
            "Which export of the module is called, with numbers: 'sum(1000000, 0x10)'. Default: _start(), in a fresh instance each time.",
        HelpName = "CALL",
    };

    private readonly Option<bool> _fresh = new("--fresh")
    {
        Description =
            "Calls the module in a new instance each time, created outside of what is timed.",
    };

    private readonly Option<string?> _expect = new("--expect")
    {
        Description =
            "What the call must return, such as '500000500000'; several results with commas.",
        HelpName = "RESULT",
    };

    /// <inheritdoc/>
    public IReadOnlyList<Option> Options => [_files, _invoke, _fresh, _expect];

    /// <summary>Absolute paths of the modules that were chosen.</summary>
    public static IReadOnlyList<string> PathsIn(Inputs inputs) =>
        inputs.Options.TryGetValue(Module, out var paths) ? paths.Split('\n') : [];

    /// <summary>The call as it was given.</summary>
    public static string? InvokedIn(Inputs inputs) => inputs.Options.GetValueOrDefault(InvokeKey);

    /// <summary>Whether each call has an instance of its own.</summary>
    public static bool IsFreshIn(Inputs inputs) => inputs.Options.ContainsKey(FreshKey);

    /// <summary>What the call must return; <see langword="null"/> where that wasn't said.</summary>
    public static string? ExpectedIn(Inputs inputs) => inputs.Options.GetValueOrDefault(ExpectKey);

    /// <inheritdoc/>
    public RoomInput? Read(ParseResult parsed)
    {
        var files = parsed.GetValue(_files) ?? [];
        if (files.Length == 0)
        {
            foreach (var option in (Option[])[_invoke, _fresh, _expect])
            {
                if (parsed.GetResult(option) is { Implicit: false })
                {
                    throw new MeasurementException(
                        $"{option.Name}: says something of a module; name one by --{Module}"
                    );
                }
            }

            return null;
        }

        var invoke = parsed.GetValue(_invoke);
        Dictionary<string, string> values = new(StringComparer.Ordinal)
        {
            [Module] = string.Join('\n', files.Select(Absolute)),
        };
        if (invoke is not null)
        {
            values[InvokeKey] = Invocation.Parse(invoke).ToString();
        }

        if (parsed.GetValue(_fresh) || invoke is null)
        {
            values[FreshKey] = "";
        }

        if (parsed.GetValue(_expect) is { } expected)
        {
            values[ExpectKey] = expected;
        }

        CheckNames(new() { Options = values });
        return new(values, $"{nameof(YourModule)}.*");
    }

    private static string Absolute(string path) =>
        string.IsNullOrWhiteSpace(path) || path.Contains('\n', StringComparison.Ordinal)
            ? throw new MeasurementException($"--{Module}: is no file's name; name a .wasm file")
            : Path.GetFullPath(path);

    private static void CheckNames(Inputs inputs)
    {
        foreach (var same in UserModule.All(inputs).GroupBy(module => module.Name))
        {
            if (same.Count() > 1)
            {
                throw new MeasurementException(
                    $"--{Module}: {same.Count()} files are called {same.Key}; rename all but one"
                );
            }
        }
    }
}
