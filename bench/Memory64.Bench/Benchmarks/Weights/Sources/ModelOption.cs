using System.CommandLine;
using Memory64.Bench.Harness.Rooms;

namespace Memory64.Bench.Benchmarks.Weights.Sources;

/// <summary><c>--model</c>: a file of the user's, which is measured like the suite's own.</summary>
internal sealed class ModelOption : IRoomOptions
{
    private readonly Option<string?> _file = new($"--{UserModel.Option}")
    {
        Description =
            "A GGUF file of the llama architecture: measures loading it and a token of it. With --filter, whatever that names besides.",
        HelpName = "FILE",
    };

    /// <inheritdoc/>
    public IReadOnlyList<Option> Options => [_file];

    /// <inheritdoc/>
    public RoomInput? Read(ParseResult parsed) =>
        parsed.GetValue(_file) is { } path ? UserModel.Choose(path) : null;
}
