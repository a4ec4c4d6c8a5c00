using Memory64.Results.Units;
using Xunit;

namespace Memory64.Bench.Tests.Results.Units;

public sealed class ScaleTests
{
    [Theory]
    [InlineData("ns", 0.5)]
    [InlineData("ns", 999.0)]
    [InlineData("µs", 1000.0)]
    [InlineData("µs", 12_000.0, 5.0, 900_000.0)]
    [InlineData("ms", 1e6)]
    [InlineData("s", 1.2e10)]
    [InlineData("ns")]
    public void Chooses_one_unit_for_all_times(string symbol, params double[] values) =>
        Assert.Equal(symbol, Scale.Time.Choose(values).Symbol);

    [Theory]
    [InlineData("KiB", 1023L << 10)]
    [InlineData("MiB", 1L << 20)]
    [InlineData("GiB", 16L << 30)]
    public void Chooses_a_unit_for_memory(string symbol, long bytes) =>
        Assert.Equal(symbol, Scale.Memory.Choose(bytes).Symbol);

    [Theory]
    [InlineData(TimeUnit.Nanosecond, "12300000 ns")]
    [InlineData(TimeUnit.Microsecond, "12300 µs")]
    [InlineData(TimeUnit.Millisecond, "12.3 ms")]
    [InlineData(TimeUnit.Second, "0.0123 s")]
    public void Shows_the_unit_a_case_asks_for(TimeUnit unit, string text) =>
        Assert.Equal(text, Scale.Of(unit).Text(12.345e6));

    [Fact]
    public void Names_the_units_that_have_no_choice()
    {
        Assert.Equal("8.50 GB/s", Scale.Throughput.Choose().Text(8.5));
        Assert.Equal("1500 ns/access", Scale.TimePerAccess.Choose().Text(1500));
        Assert.Equal("0.350 ns/access", Scale.TimePerAccess.Choose().Text(0.35));
    }
}
