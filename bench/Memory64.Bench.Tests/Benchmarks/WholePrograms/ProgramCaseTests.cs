using Memory64.Bench.Benchmarks.WholePrograms;
using Memory64.Bench.Tests.Harness.Cases;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.WholePrograms;

/// <summary>What the room says of its cases.</summary>
public sealed class ProgramCaseTests
{
    [Fact]
    public void Ten_programs_in_three_memories_and_two_sets()
    {
        foreach (var program in Enum.GetNames<ProgramKind>())
        {
            foreach (var memory in (string[])["memory64", "widened", "memory32"])
            {
                foreach (var set in (string[])["cached", "uncached"])
                {
                    Assert.Contains(
                        $"Programs.Run(Program={program}, Memory={memory}, Set={set})",
                        Catalog.Ids
                    );
                }
            }
        }
    }

    [Fact]
    public void Three_of_them_in_6_GiB_which_only_a_memory64_holds() =>
        Assert.Equal(
            from program in (string[])["sort", "lookup", "search"]
            from memory in (string[])["memory64", "native"]
            select $"Programs.Run(Program={program}, Memory={memory}, Set=beyond4GiB)",
            Catalog
                .Of("Programs")
                .Select(c => c.Id)
                .Where(id => id.EndsWith("Set=beyond4GiB)", StringComparison.Ordinal))
        );

    [Fact]
    public void Checks_and_wide_pointers_are_told_apart()
    {
        var wide = Catalog.Named("Programs.Run(Program=sort, Memory=memory64, Set=cached)");
        var widened = Catalog.Named("Programs.Run(Program=tree, Memory=widened, Set=uncached)");

        Assert.Equal(["widened", "memory32", "native"], wide.Controls.Select(c => c.Key));
        Assert.Equal(
            ["Programs.Run(Program=tree, Memory=memory32, Set=uncached)"],
            widened.Controls.Select(c => c.Value)
        );
    }

    [Fact]
    public void Measures_every_control_with_its_case() =>
        CaseAssert.HasControlsInItsProfiles("Programs");

    [Fact]
    public void Is_left_to_the_full_profile() => CaseAssert.IsInFullOnly("Programs");
}
