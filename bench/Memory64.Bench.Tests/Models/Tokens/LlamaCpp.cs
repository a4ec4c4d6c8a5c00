using System.Diagnostics;
using System.Text.Json;
using Memory64.Engines;
using Memory64.LlamaCpp;

namespace Memory64.Bench.Tests.Models.Tokens;

/// <summary>llama.cpp, in a process of its own.</summary>
internal static class LlamaCpp
{
    private static string Program { get; } =
        Path.Combine(
            AppContext.BaseDirectory.Replace(
                "Memory64.Bench.Tests",
                "Memory64.LlamaCpp",
                StringComparison.Ordinal
            ),
            "Memory64.LlamaCpp.dll"
        );

    /// <summary>The logits after each of the tokens, position by position.</summary>
    public static IReadOnlyList<float[]> Logits(string model, IEnumerable<int> tokens)
    {
        using var process = Process.Start(
            new ProcessStartInfo(DotnetHost.Path, [Program, model, string.Join(',', tokens)])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var log = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ?
            [
                .. JsonSerializer
                    .Deserialize<List<TokenResult>>(output)!
                    .Select(token => token.Logits),
            ]
            : throw new InvalidOperationException(
                $"llama.cpp ended with {process.ExitCode}: {log.Result}"
            );
    }
}
