using Xunit;

namespace Memory64.Bench.Tests.Commands;

/// <summary>What a user sees of one start of the program.</summary>
internal sealed record ProgramResult(int ExitCode, string Output, string Error)
{
    internal string[] Lines =>
        Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    internal void AssertRefused(params string[] said)
    {
        Assert.True(ExitCode == 2, $"exit code {ExitCode}\n{Output}\n{Error}");
        var line = Error.Trim();
        Assert.NotEmpty(line);
        Assert.DoesNotContain('\n', line);
        Assert.All(said, text => Assert.Contains(text, line, StringComparison.Ordinal));

        // Nobody but us knows our types and their methods.
        Assert.DoesNotContain("System.", line, StringComparison.Ordinal);
        Assert.DoesNotContain("Memory64.Bench.Harness", line, StringComparison.Ordinal);
    }

    internal void AssertSuccess()
    {
        Assert.True(ExitCode == 0, $"exit code {ExitCode}\n{Output}\n{Error}");
        Assert.Empty(Error);
    }
}
