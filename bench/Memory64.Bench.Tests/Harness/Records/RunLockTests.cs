using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Records;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Records;

public sealed class RunLockTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Keeps_a_second_run_out_until_the_first_has_ended()
    {
        using (RunLock.OfResults(folder.Root))
        {
            Assert.StartsWith(
                $"{folder.Root}: another run is writing its results there",
                Assert.Throws<MeasurementException>(() => RunLock.OfResults(folder.Root)).Message,
                StringComparison.Ordinal
            );
        }

        using (RunLock.OfResults(folder.Root)) { }

        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Root));
    }

    [Fact]
    public void Says_whether_results_or_the_program_are_in_use()
    {
        using var measuring = RunLock.OfProgram(folder.Root);

        Assert.StartsWith(
            $"{folder.Root}: another run of this program is measuring",
            Assert.Throws<MeasurementException>(() => RunLock.OfProgram(folder.Root)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Takes_over_from_a_run_that_was_killed()
    {
        File.WriteAllText(Path.Combine(folder.Root, ".lock"), "");
        using var claim = RunLock.OfResults(folder.Root);
        Assert.Throws<MeasurementException>(() => RunLock.OfResults(folder.Root));
    }
}
