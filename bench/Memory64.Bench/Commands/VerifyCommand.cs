using Memory64.Bench.Harness.Machines;
using Memory64.Bench.Harness.Verification;
using Memory64.Engines;
using Memory64.Wasmtime;
using Spectre.Console;

namespace Memory64.Bench.Commands;

/// <summary><c>verify</c>: a line a check, then PASS or FAIL.</summary>
internal static class VerifyCommand
{
    public static int Execute(IAnsiConsole console, EngineBuild engine)
    {
        console.WriteLine(EngineLocator.Describe(engine));
        var available = AvailableMemory.Bytes();
        var results = new List<CheckResult>();
        var verifier = new Verifier(
            WasmtimeLibrary.Load(engine.LibraryPath),
            available,
            Environment.SystemPageSize
        );
        foreach (var result in verifier.Run())
        {
            results.Add(result);
            console.MarkupLineInterpolated(
                $"[{ColorOf(result.Outcome)}]{result.Outcome.ToString().ToUpperInvariant()}[/]  {result.Name}: {result.Detail}"
            );
        }

        var failed = results.Count(result => result.Outcome == CheckOutcome.Fail);
        var skipped = results.Count(result => result.Outcome == CheckOutcome.Skip);
        var left = skipped == 0 ? "" : $" ({skipped} left out for want of memory)";
        console.WriteLine(
            failed == 0 ? $"PASS{left}" : $"FAIL: {failed} of {results.Count} checks{left}"
        );
        return failed == 0 ? ExitCode.Success : ExitCode.Failed;
    }

    private static string ColorOf(CheckOutcome outcome) =>
        outcome switch
        {
            CheckOutcome.Pass => "green",
            CheckOutcome.Fail => "red",
            _ => "yellow",
        };
}
