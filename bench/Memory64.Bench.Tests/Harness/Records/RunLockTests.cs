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
}
