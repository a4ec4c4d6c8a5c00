using System.Text.Json;
using Memory64.Bench.Harness.Measured;

namespace Memory64.Bench.Benchmarks.Modules;

/// <summary>What the user wants to know of modules: all that cases of <see cref="YourModule"/> are made of.</summary>
internal sealed record ModuleRequest
{
    /// <summary>The name of it among <see cref="Inputs.Options"/>.</summary>
    public const string Key = "module";

    /// <summary>The modules.</summary>
    public required IReadOnlyList<ModuleFile> Files { get; init; }

    /// <summary>The same program compiled for a memory64; <see langword="null"/> where that isn't at hand.</summary>
    public string? Twin { get; init; }

    /// <summary>The call, see <see cref="Invocation.Parse"/>; <see langword="null"/> for that of a command.</summary>
    public string? Invoke { get; init; }

    /// <summary>Whether each call has an instance of its own.</summary>
    public bool IsFresh { get; init; }

    /// <summary>What the call must return; <see langword="null"/> where that wasn't said.</summary>
    public string? Expect { get; init; }

    /// <summary>Absolute path of what a command must write to standard output; <see langword="null"/> for the file beside it.</summary>
    public string? ExpectOutput { get; init; }

    /// <summary>What follows a command's name on its command line.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>The folders that a command may use; none for its own, read only.</summary>
    public IReadOnlyList<GuestFolder> Folders { get; init; } = [];

    /// <summary>Absolute path of what a command reads from standard input; <see langword="null"/> for nothing.</summary>
    public string? Input { get; init; }

    /// <summary>Settings of engines that are measured beside the default.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>The call.</summary>
    public Invocation Invocation => Invoke is null ? Invocation.Start : Invocation.Parse(Invoke);

    /// <summary>What is among the inputs; <see langword="null"/> where no module is.</summary>
    public static ModuleRequest? In(Inputs inputs) =>
        inputs.Options.TryGetValue(Key, out var json)
            ? JsonSerializer.Deserialize(json, ModuleJson.Default.ModuleRequest)
            : null;

    /// <summary>As it stands among inputs.</summary>
    public IReadOnlyDictionary<string, string> ToOptions() =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Key] = JsonSerializer.Serialize(this, ModuleJson.Default.ModuleRequest),
        };
}
