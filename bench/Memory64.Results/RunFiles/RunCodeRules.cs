using Memory64.Results.RunFiles.Json;
using Memory64.Results.RunFiles.Records;

namespace Memory64.Results.RunFiles;

/// <summary>What the schema demands of a loop's code beyond names and types.</summary>
internal static class RunCodeRules
{
    /// <summary>The architectures whose code is read.</summary>
    public static IReadOnlyList<string> Architectures { get; } = ["x64", "arm64"];

    private const int HashDigits = 16;

    /// <summary>What is wrong with the code at a path.</summary>
    public static IEnumerable<RunFileProblem> Problems(RunCode code, string path) =>
        [
            .. RunFileRules.NotEmpty($"{path}.function", code.Function),
            .. Unless(
                Architectures.Contains(code.Architecture),
                $"{path}.architecture",
                $"must be one of {string.Join(", ", Architectures)}, not {code.Architecture}; correct it"
            ),
            .. RunFileRules.AtLeast($"{path}.operations", code.Operations, 1),
            .. RunFileRules.AtLeast($"{path}.bytes", code.Bytes, 1),
            .. code.Instructions.SelectMany(kind =>
                KindProblems(
                    JsonText.Member($"{path}.instructions", kind.Key),
                    kind.Key,
                    kind.Value
                )
            ),
            .. Unless(
                code.Hash.Length == HashDigits && code.Hash.All(char.IsAsciiHexDigit),
                $"{path}.hash",
                $"must be {HashDigits} hexadecimal digits; measure the case again"
            ),
        ];

    private static IEnumerable<RunFileProblem> KindProblems(string path, string kind, int count) =>
        Unless(
                CodeKind.All.Contains(kind),
                path,
                $"no such kind of instruction, there are {string.Join(", ", CodeKind.All)}; correct it"
            )
            .Concat(RunFileRules.AtLeast(path, count, 0));

    private static IEnumerable<RunFileProblem> Unless(bool holds, string property, string text) =>
        holds ? [] : [new(property, text)];
}
