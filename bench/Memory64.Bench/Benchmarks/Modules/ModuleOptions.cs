using System.CommandLine;
using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Machines.Systems;
using Memory64.Bench.Harness.Rooms;

namespace Memory64.Bench.Benchmarks.Modules;

/// <summary><c>--module</c> and what belongs to it: programs of the user's.</summary>
internal sealed class ModuleOptions : IRoomOptions
{
    /// <summary>The option by which modules are named.</summary>
    public const string Name = "--module";

    private static readonly IReadOnlyList<string> KnownSettings =
    [
        .. Enum.GetValues<Setting>()
            .Where(setting => setting is not (Setting.byDefault or Setting.fixedSize))
            .Select(setting => $"{setting}"),
    ];

    private readonly Option<string[]> _modules = new(Name)
    {
        Description =
            "A WebAssembly module of yours, or a pattern such as 'benchmarks/**/*.wasm'; repeatable. Measures it as it is, and with its 32-bit memory made a 64-bit one, which shows what memory64 would cost it. Without --invoke it is a WASI command.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _twin = new("--twin")
    {
        Description =
            "The same program compiled for a memory64, wider pointers and all; measured beside the module and its widened form.",
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

    private readonly Option<string?> _expectOutput = new("--expect-stdout")
    {
        Description =
            "A file with what a command must write to standard output. Default: NAME.stdout.expected or default.stdout.expected beside the module, where there is one.",
        HelpName = "FILE",
    };

    private readonly Option<string[]> _arguments = new("--arg")
    {
        Description = "An argument of a command; repeatable, in order.",
        HelpName = "TEXT",
    };

    private readonly Option<string[]> _folders = new("--dir")
    {
        Description =
            "A folder that a command may read, FOLDER or FOLDER::NAME, and write, with :rw behind; repeatable. Default: the module's own folder, as the current one, to read.",
        HelpName = "FOLDER",
    };

    private readonly Option<string?> _input = new("--stdin")
    {
        Description = "A file that a command reads from standard input. Default: nothing.",
        HelpName = "FILE",
    };

    private readonly Option<string[]> _settings = new("--setting")
    {
        Description =
            $"A setting of the engine that is measured beside its default, for your modules; repeatable: {string.Join(", ", KnownSettings)}.",
        HelpName = "NAME",
    };

    /// <inheritdoc/>
    public IReadOnlyList<Option> Options =>
        [
            _modules,
            _twin,
            _invoke,
            _fresh,
            _expect,
            _expectOutput,
            _arguments,
            _folders,
            _input,
            _settings,
        ];

    /// <inheritdoc/>
    public RoomInput? Read(ParseResult parsed)
    {
        var modules = parsed.GetValue(_modules) ?? [];
        if (modules.Length == 0)
        {
            RequireNone(parsed, $"says something of a module; name one by {Name}", Options);
            return null;
        }

        var invoke = parsed.GetValue(_invoke);
        if (invoke is null)
        {
            RequireNone(
                parsed,
                "belongs to a call; write --invoke, or --expect-stdout for a command",
                [_expect]
            );
        }

        var request = new ModuleRequest
        {
            Files = ModuleFile.Of(modules),
            Twin = FileIn(parsed, _twin),
            Invoke = invoke is null ? null : Invocation.Parse(invoke).ToString(),
            IsFresh = parsed.GetValue(_fresh) || invoke is null,
            Expect = parsed.GetValue(_expect),
            ExpectOutput = FileIn(parsed, _expectOutput),
            Arguments = parsed.GetValue(_arguments) ?? [],
            Folders = [.. (parsed.GetValue(_folders) ?? []).Select(GuestFolder.Parse)],
            Input = FileIn(parsed, _input),
            Settings = [.. (parsed.GetValue(_settings) ?? []).Distinct(StringComparer.Ordinal)],
        };
        Check(request);
        return new(request.ToOptions(), $"{nameof(YourModule)}.*");
    }

    private static void RequireNone(ParseResult parsed, string reason, IEnumerable<Option> options)
    {
        foreach (var option in options)
        {
            if (parsed.GetResult(option) is { Implicit: false })
            {
                throw new MeasurementException($"{option.Name}: {reason}");
            }
        }
    }

    private static string? FileIn(ParseResult parsed, Option<string?> option)
    {
        if (parsed.GetValue(option) is not { } path)
        {
            return null;
        }

        var refusal = File.Exists(path) ? PlainFile.Refusal(path) : "there is no such file";
        return refusal is null
            ? Path.GetFullPath(path)
            : throw new MeasurementException($"{option.Name} {path}: {refusal}");
    }

    private static void Check(ModuleRequest request)
    {
        if (request.Settings.FirstOrDefault(name => !KnownSettings.Contains(name)) is { } unknown)
        {
            throw new MeasurementException(
                $"--setting {unknown}: is none; there are {string.Join(", ", KnownSettings)}"
            );
        }

        if (request.Files.Count > 1 && (request.Twin ?? request.ExpectOutput) is { } lone)
        {
            throw new MeasurementException(
                $"{lone}: belongs to one module, and there are {request.Files.Count}; name one by {Name}"
            );
        }

        foreach (var file in request.Files.Where(file => file.IsNamed))
        {
            _ = ModuleSide.Of(file, request);
        }
    }
}
