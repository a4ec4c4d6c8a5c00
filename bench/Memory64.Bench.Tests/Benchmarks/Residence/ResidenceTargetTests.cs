using Memory64.Bench.Benchmarks.Residence;
using Memory64.Bench.Guests;
using Memory64.Bench.Tests.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Residence;

[Collection(AloneCollection.Name)]
public sealed class ResidenceTargetTests
{
    private static readonly ulong Touched = ByteSize.MiB(64).Bytes;

    [Theory]
    [InlineData(Keeper.system, false)]
    [InlineData(Keeper.pool, false)]
    [InlineData(Keeper.poolKeeps512MiB, true)]
    public void What_is_given_back_stays_resident_where_the_pool_keeps_it(
        Keeper keeper,
        bool isKept
    )
    {
        var library = EnginesAtHand.Default;
        var settings = ResidenceCases.SettingsOf(keeper);
        Assert.SkipWhen(
            settings.ReasonToSkip(library) is { } reason,
            $"{settings.ReasonToSkip(library)}"
        );
        // What tests before it have left must not go meanwhile: it would hide what is touched here.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using var target = new ResidenceTarget(Touched, settings, library, isSide: false);
        for (var iteration = 0; iteration < 2; iteration++)
        {
            target.Open();
            target.Touch();
            Assert.True(
                target.ResidentBytes >= (long)Touched * 3 / 4,
                $"touched {Touched}, resident {target.ResidentBytes}"
            );
            target.CheckTouched();

            target.Drop();

            Assert.Equal(isKept, target.ResidentBytes > (long)Touched / 2);
            target.CheckForgotten();
        }
    }
}
