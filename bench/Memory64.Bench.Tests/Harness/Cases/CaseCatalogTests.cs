using System.Text.RegularExpressions;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Cases;

public sealed partial class CaseCatalogTests
{
    private static readonly Dictionary<string, Case> ById = CaseCatalog.All.ToDictionary(measured =>
        measured.Id
    );

    [Fact]
    public void Names_every_case_once()
    {
        Assert.NotEmpty(CaseCatalog.All);
        Assert.Equal(CaseCatalog.All.Count, ById.Count);
    }

    [Fact]
    public void Writes_ids_as_class_method_and_parameters()
    {
        Assert.All(
            CaseCatalog.All,
            measured =>
            {
                Assert.Matches(Id(), measured.Id);
                var parameters = measured.Parameters.Select(pair => $"{pair.Key}={pair.Value}");
                Assert.Equal(
                    $"{measured.Benchmark}.{measured.Method}({string.Join(", ", parameters)})",
                    measured.Id
                );
            }
        );
    }

    [Fact]
    public void Leaves_out_parameters_that_do_not_apply()
    {
        Assert.All(
            CaseCatalog.All,
            measured =>
                Assert.Equal(
                    measured
                        .Values.Items.Where(item => item.Value.ToString() is not ("none" or "0"))
                        .Select(item => item.Name)
                        .Order(),
                    measured.Parameters.Select(pair => pair.Key).Order()
                )
        );
        Assert.Contains(
            ById["BoundaryAccess.LoopOverhead(Memory=memory64)"].Values.Items,
            item => item is { Name: "Width", Value: 0 }
        );
    }

    [Fact]
    public void Compares_with_cases_that_there_are()
    {
        Assert.All(
            CaseCatalog.All,
            measured =>
                Assert.All(
                    measured.Controls,
                    control =>
                    {
                        Assert.NotEqual(measured.Id, control.Value);
                        Assert.True(
                            ById.ContainsKey(control.Value),
                            $"{measured.Id}: no case {control.Value}"
                        );
                    }
                )
        );
    }

    // Profiles leave out twins of sizes in between, but never all that a method is compared with.
    [Theory]
    [InlineData(Profile.Smoke)]
    [InlineData(Profile.Standard)]
    [InlineData(Profile.Full)]
    public void Measures_a_control_of_every_method_in_each_profile(Profile profile)
    {
        var methods = CaseCatalog
            .All.Where(measured => measured.Description.Profile <= profile)
            .Where(measured => measured.Controls.Count > 0)
            .GroupBy(measured => (measured.Benchmark, measured.Method));
        Assert.All(
            methods,
            method =>
                Assert.Contains(
                    method.SelectMany(measured => measured.Controls),
                    control => ById[control.Value].Description.Profile <= profile
                )
        );
    }

    [Theory]
    [InlineData("MemoryInstantiation")]
    [InlineData("BoundaryAccess")]
    [InlineData("HostApi")]
    public void Measures_every_control_with_its_case(string benchmark) =>
        Assert.All(
            CaseCatalog.All.Where(measured => measured.Benchmark == benchmark),
            measured =>
                Assert.All(
                    measured.Controls,
                    control =>
                        Assert.True(
                            ById[control.Value].Description.Profile <= measured.Description.Profile,
                            $"{measured.Id}: {control.Value} is measured in larger profiles only"
                        )
                )
        );

    [Fact]
    public void Names_guests_that_the_program_holds()
    {
        var guests = CaseCatalog
            .All.Select(measured => measured.Description.Guest)
            .OfType<Guest>()
            .DistinctBy(guest => guest.Name)
            .ToList();
        Assert.NotEmpty(guests);
        Assert.All(
            guests,
            guest =>
            {
                Assert.Equal("\0asm"u8, guest.Wasm.Span[..4]);
                Assert.Same(guest, Guest.Named(guest.Name));
            }
        );
    }

    [Fact]
    public void Gives_every_case_but_native_ones_a_guest()
    {
        Assert.All(
            CaseCatalog.All,
            measured =>
                Assert.Equal(
                    measured.Parameters.Contains(KeyValuePair.Create("Memory", "native")),
                    measured.Description.Guest is null
                )
        );
    }

    [Fact]
    public void Counts_operations_and_bytes_as_run_files_want_them()
    {
        Assert.All(
            CaseCatalog.All,
            measured =>
            {
                Assert.True(measured.Description.Operations >= 1, measured.Id);
                Assert.True(measured.Description.Bytes >= 0, measured.Id);
            }
        );
    }

    [Fact]
    public void Declares_what_stays_resident()
    {
        Assert.All(
            CaseCatalog.All,
            measured =>
                Assert.Equal(
                    measured.Method switch
                    {
                        "GrowRelocating" => 2 * SizeOf(measured),
                        "ZeroFill" or "FirstTouch" => SizeOf(measured),
                        _ => 0,
                    },
                    measured.Description.ResidentBytes
                )
        );
    }

    [Fact]
    public void Measures_more_in_each_profile()
    {
        var smoke = Count(Profile.Smoke);
        var standard = Count(Profile.Standard);
        Assert.InRange(smoke, 1, standard - 1);
        Assert.InRange(standard, smoke + 1, Count(Profile.Full) - 1);

        static int Count(Profile profile) =>
            CaseCatalog.All.Count(measured => measured.Description.Profile <= profile);
    }

    [Theory]
    [InlineData("MemoryInstantiation")]
    [InlineData("GuestAllocation")]
    [InlineData("BoundaryAccess")]
    public void Measures_every_subject_in_each_profile(string benchmark)
    {
        Assert.All(
            Enum.GetValues<Profile>(),
            profile =>
                Assert.Contains(
                    CaseCatalog.All,
                    measured =>
                        measured.Benchmark == benchmark && measured.Description.Profile <= profile
                )
        );
    }

    [Fact]
    public void Creates_both_sizes_with_both_allocators()
    {
        foreach (var size in (string[])["8GiB", "16GiB"])
        {
            foreach (var allocator in (string[])["OnDemand", "Pooling"])
            {
                AssertInStandard(
                    $"MemoryInstantiation.Instantiate(Memory=memory64, Size={size}, Allocator={allocator})"
                );
            }

            AssertInStandard(
                $"MemoryInstantiation.First(Memory=memory64, Size={size}, Allocator=OnDemand)"
            );
            AssertInStandard($"MemoryInstantiation.HostCreated(Memory=memory64, Size={size})");
            AssertInStandard($"MemoryInstantiation.SystemCalls(Memory=native, Size={size})");
        }

        AssertInStandard(
            "MemoryInstantiation.Instantiate(Memory=memory32, Size=64KiB, Allocator=OnDemand)"
        );
        AssertInStandard(
            "MemoryInstantiation.Instantiate(Memory=memory32, Size=4GiB, Allocator=OnDemand)"
        );
    }

    [Fact]
    public void Allocates_every_size_of_the_seed_by_its_test()
    {
        for (var size = 1; size <= 6; size++)
        {
            AssertInStandard($"GuestAllocation.Seed(Memory=memory64, Size={size}GiB)");
            foreach (
                var method in (string[])["GrowReserved", "GrowRelocating", "ZeroFill", "FirstTouch"]
            )
            {
                Assert.Contains($"GuestAllocation.{method}(Memory=memory64, Size={size}GiB)", ById);
            }
        }
    }

    [Fact]
    public void Accesses_both_sides_of_the_line_in_every_width()
    {
        foreach (var method in (string[])["Read", "Write"])
        {
            foreach (var width in (int[])[1, 4, 8, 16])
            {
                foreach (var window in (string[])["below", "across", "above"])
                {
                    Assert.Contains(
                        $"BoundaryAccess.{method}(Memory=memory64, Window={window}, Width={width})",
                        ById
                    );
                }

                foreach (var twin in (string[])["memory32", "native"])
                {
                    Assert.Contains(
                        $"BoundaryAccess.{method}(Memory={twin}, Window=below, Width={width})",
                        ById
                    );
                }
            }

            foreach (var width in (int[])[4, 8, 16])
            {
                Assert.Contains(
                    $"BoundaryAccess.{method}At(Memory=memory64, Place=across4GiB, Width={width})",
                    ById
                );
            }
        }
    }

    [Theory]
    [InlineData("memory64")]
    [InlineData("memory32")]
    [InlineData("native")]
    public void Measures_the_loop_without_an_access(string memory) =>
        AssertInStandard($"BoundaryAccess.LoopOverhead(Memory={memory})");

    [Fact]
    public void Asks_memory32_for_nothing_that_4_GiB_can_not_hold()
    {
        var large = CaseCatalog.All.Where(measured =>
            measured.Id.Contains("memory32", StringComparison.Ordinal)
            && (
                measured.Id.Contains("above", StringComparison.Ordinal)
                || measured.Id.Contains("across,", StringComparison.Ordinal)
                || measured.Id.Contains("across4GiB", StringComparison.Ordinal)
                || measured.Values.Items.Any(item =>
                    item.Value is ByteSize size && size.Bytes > ByteSize.FourGiB.Bytes
                )
            )
        );
        Assert.Empty(large);
    }

    private static void AssertInStandard(string id)
    {
        Assert.Contains(id, ById);
        Assert.True(ById[id].Description.Profile <= Profile.Standard, $"{id} is not in standard");
    }

    private static ulong SizeOf(Case measured) =>
        ((ByteSize)measured.Values.Items.Single(item => item.Name == "Size").Value).Bytes;

    [GeneratedRegex(
        @"^[A-Z]\w+\.[A-Z]\w+\([A-Z]\w*=\w+(, [A-Z]\w*=\w+)*\)$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Id();
}
