using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Records;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Records;

public sealed class RunLockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Keeps_a_second_run_out_until_the_first_has_ended()
    {
        using (RunLock.OfResults(_folder.Root))
        {
            Assert.StartsWith(
                $"{_folder.Root}: another run is writing its results there",
                Assert.Throws<MeasurementException>(() => RunLock.OfResults(_folder.Root)).Message,
                StringComparison.Ordinal
            );
        }

        using (RunLock.OfResults(_folder.Root)) { }

        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Root));
    }

    [Fact]
    public void Says_whether_results_or_the_program_are_in_use()
    {
        using var measuring = RunLock.OfProgram(_folder.Root);

        Assert.StartsWith(
            $"{_folder.Root}: another run of this program is measuring",
            Assert.Throws<MeasurementException>(() => RunLock.OfProgram(_folder.Root)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Takes_over_from_a_run_that_was_killed()
    {
        File.WriteAllText(Path.Combine(_folder.Root, ".lock"), "");
        using var claim = RunLock.OfResults(_folder.Root);
        Assert.Throws<MeasurementException>(() => RunLock.OfResults(_folder.Root));
    }

    [Fact]
    public void A_folder_that_takes_no_file_is_not_called_another_run()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has a folder that takes no file.");
        const string closed = "/sys";

        var results = Assert.Throws<MeasurementException>(() => RunLock.OfResults(closed)).Message;
        var program = Assert.Throws<MeasurementException>(() => RunLock.OfProgram(closed)).Message;

        Assert.All(
            [results, program],
            line =>
            {
                Assert.StartsWith(
                    $"{closed}: no file can be locked there",
                    line,
                    StringComparison.Ordinal
                );
                Assert.Contains($"'{closed}/.lock'", line, StringComparison.Ordinal);
                Assert.Contains(
                    "make sure that this user can write",
                    line,
                    StringComparison.Ordinal
                );
            }
        );
        Assert.EndsWith("or name another folder by --results", results, StringComparison.Ordinal);
        Assert.EndsWith(
            "or copy the checkout to a folder of your own and run it there",
            program,
            StringComparison.Ordinal
        );
    }

    // errno of Linux and macOS, as .NET hands it on: EROFS, ENOSPC, EMFILE; ENOLCK.
    [Theory]
    [InlineData(30, "make sure that this user can write and lock files there, or move")]
    [InlineData(28, "free some space there, or move")]
    [InlineData(24, "make sure that this user can write and lock files there, or move")]
    [InlineData(37, "make sure that this user can write and lock files there, or move")]
    public void Whatever_else_the_system_says_is_no_other_run(int error, string remedy)
    {
        var exception = new IOException("as the system says", error);

        Assert.False(RunLock.IsHeld(exception));
        Assert.Equal(
            $"no file can be locked there to keep other runs out (as the system says); {remedy}",
            RunLock.Obstacle(exception, "move")
        );
    }
}
