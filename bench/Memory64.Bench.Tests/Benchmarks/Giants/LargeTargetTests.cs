using Memory64.Bench.Benchmarks.Giants;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Bench.Harness.Machines.Limits;
using Memory64.Bench.Harness.Requirements;
using Memory64.Bench.Tests.Harness.Cases;
using Memory64.Bench.Tests.Wasmtime;
using Memory64.Engines.Identity;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Giants;

/// <summary>Memories of up to 256 GiB of which a few pages are touched, on every engine, and what may refuse them.</summary>
[Collection(AloneCollection.Name)]
public sealed class LargeTargetTests
{
    private const int FirstWithoutCharge = 27;

    private static readonly ByteSize Largest = ByteSize.GiB(256);

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void Every_engine_has_the_largest_and_grows_to_it(string engine)
    {
        SkipWhereRefused();
        var library = EnginesAtHand.Load(engine);
        var build = new EngineBuild(engine, EngineOrigin.Wheel, "/none", new string('a', 64));
        var here = Surroundings.OfMachine() with { Engine = (build, library) };
        var refusal = new GivenByEngine(LargeCases.GuestOf(Largest), Largest).Missing(here);
        if (EnginesAtHand.MajorOf(engine) < FirstWithoutCharge && refusal is not null)
        {
            // What it maps is charged, and this system refuses to be charged with more than it has.
            Assert.Equal(
                "the engine can't create a memory of 256GiB here: Cannot allocate memory (os error 12)",
                refusal
            );
            Assert.Equal(
                "the engine can't grow a memory to 256GiB here",
                new GivenByEngine(LargeCases.Empty, Largest).Missing(here)
            );
            return;
        }

        Assert.Null(refusal);
        Assert.Null(new GivenByEngine(LargeCases.Empty, Largest).Missing(here));
        using var created = new LargeTarget(
            LargeCases.GuestOf(Largest),
            Largest,
            EnginesAtHand.Load(engine)
        );
        created.Check();
        created.Instantiate();
        Assert.True(created.AddressBytesOf(Largest) >= Largest.Bytes);

        using var grown = new LargeTarget(LargeCases.Empty, new(0), EnginesAtHand.Load(engine));
        grown.Check();
        grown.CheckGrowth(Largest);
        grown.Open();
        grown.Seed(Largest);
        grown.CheckSeeded(Largest);
    }

    [Fact]
    public void A_memory_that_has_not_grown_is_found()
    {
        using var target = new LargeTarget(LargeCases.Empty, new(0), EnginesAtHand.Default);
        target.Open();
        target.Seed(ByteSize.GiB(512));

        var exception = Assert.Throws<AssertionException>(() => target.CheckSeeded(Largest));
        Assert.Equal("not so: the memory has grown and holds both bytes", exception.Message);
    }

    [Fact]
    public void What_the_system_refuses_is_skipped_with_the_reason()
    {
        var described = Catalog.Named("LargeMemory.Instantiate(Size=256GiB)").Description;

        Assert.Equal(
            "needs 256.5 GiB, touched or not, because this system counts a memory's whole size against main memory and swap or page file; 24.0 GiB can be had",
            described.ReasonToSkip(
                Surroundings.OfMachine() with
                {
                    CommittableBytes = ByteSize.GiB(24).Bytes,
                }
            )
        );
    }

    private static void SkipWhereRefused()
    {
        var reason =
            MemoryPreflight.ReasonToSkipUntouched(
                Largest.Bytes,
                Surroundings.OfMachine().CommittableBytes
            )
            ?? MemoryPreflight.ReasonToSkipAddresses(
                2 * Largest.Bytes,
                Surroundings.OfMachine().AddressBytes
            );
        Assert.SkipWhen(reason is not null, reason ?? "");
    }
}
