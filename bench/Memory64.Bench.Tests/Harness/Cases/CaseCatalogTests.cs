using System.Text.RegularExpressions;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Parameters;
using BenchmarkDotNet.Running;
using Memory64.Bench.Benchmarks.Settings;
using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Models.Shapes;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Cases;

public sealed partial class CaseCatalogTests
{
    // A name that two cases had would fail the test of it, not all tests.
    private static readonly Dictionary<string, Case> ById = Catalog
        .All.DistinctBy(measured => measured.Id)
        .ToDictionary(measured => measured.Id);

    // Neither does a user's way of writing one name mean another case.
    [Fact]
    public void Each_case_is_one_that_BenchmarkDotNet_finds_in_its_class()
    {
        var found = Catalog
            .All.Select(c => c.Descriptor.Type)
            .Distinct()
            .SelectMany(type =>
                BenchmarkConverter
                    .TypeToBenchmarks(type, ManualConfig.CreateEmpty().AddJob(Job.Default))
                    .BenchmarksCases
            )
            .Select(c => TextOf(c.Descriptor, c.Parameters))
            .ToHashSet(StringComparer.Ordinal);

        Assert.All(Catalog.All, c => Assert.Contains(TextOf(c.Descriptor, c.Values), found));

        static string TextOf(Descriptor descriptor, ParameterInstances parameters) =>
            $"{descriptor.Type.Name}.{descriptor.WorkloadMethod.Name} x {descriptor.OperationsPerInvoke}: {parameters.PrintInfo}";
    }

    [Fact]
    public void No_name_means_two_cases() =>
        Assert.All(
            Catalog.All,
            measured => Assert.Single(Catalog.All, other => CaseSearch.Means(measured.Id, other.Id))
        );

    [Fact]
    public void Every_benchmark_method_has_a_case() =>
        Assert.Equal(
            typeof(Benchmark)
                .Assembly.GetTypes()
                .Where(type => type.IsSubclassOf(typeof(Benchmark)) && !type.IsAbstract)
                .SelectMany(type =>
                    type.GetMethods()
                        .Where(method =>
                            method.IsDefined(
                                typeof(BenchmarkDotNet.Attributes.BenchmarkAttribute),
                                inherit: true
                            )
                        )
                        .Select(method => $"{type.Name}.{method.Name}")
                )
                .Order(StringComparer.Ordinal),
            Catalog
                .All.Select(measured => $"{measured.Benchmark}.{measured.Method}")
                .Distinct()
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Writes_ids_as_class_method_and_parameters()
    {
        Assert.All(
            Catalog.All,
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
            Catalog.All,
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
            Catalog.All,
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
        var methods = Catalog
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
    [InlineData("Bandwidth")]
    [InlineData("BulkMemory")]
    [InlineData("Latency")]
    [InlineData("EngineSettingsAccess")]
    [InlineData("EngineSettingsInstantiation")]
    [InlineData("EngineSettingsAllocation")]
    [InlineData("HostAccess")]
    [InlineData("HostBridge")]
    public void Measures_every_control_with_its_case(string benchmark) =>
        Assert.All(
            Catalog.All.Where(measured => measured.Benchmark == benchmark),
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
        var guests = Catalog
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
    public void Gives_every_case_but_native_ones_and_those_of_others_a_guest()
    {
        Assert.All(
            Catalog.All,
            measured =>
                Assert.Equal(
                    measured.Name.Parameters.GetValueOrDefault("Memory")
                        is "native"
                            or "llamaCpp"
                            or "llamaCppRepacked",
                    measured.Description.Guest is null
                )
        );
    }

    [Fact]
    public void Counts_operations_and_bytes_as_run_files_want_them()
    {
        Assert.All(
            Catalog.All,
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
            Catalog.All,
            measured =>
                Assert.Equal(
                    (measured.Benchmark, measured.Method) switch
                    {
                        ("GuestAllocation", "GrowRelocating") => 2 * SizeOf(measured),
                        ("GuestAllocation", "ZeroFill" or "FirstTouch") => SizeOf(measured),
                        ("EngineSettingsAllocation", "Grow") => (4UL << 30) + (64UL << 10),
                        ("EngineSettingsAllocation", "FirstTouch") => 256UL << 20,
                        ("Bandwidth", "Copy") => 2 * LargeSet.Size.Bytes,
                        ("Bandwidth", "Triad") => 3 * LargeSet.Size.Bytes,
                        ("Bandwidth", _) => LargeSet.Size.Bytes,
                        ("BulkMemory", _) => 2 * SizeOf(measured),
                        ("Latency", "Stride") => 512 * (ulong)Environment.SystemPageSize,
                        ("Latency", _) => measured.Id.Contains(
                            "Set=cached",
                            StringComparison.Ordinal
                        )
                            ? 16UL << 10
                            : LargeSet.Size.Bytes,
                        ("HostAccess", "CopyIn" or "CopyOut") => 2 * RegionOf(measured),
                        ("HostBridge", "Bridge") => RegionOf(measured) + SizeOf(measured),
                        ("HostBridge", "Direct") => RegionOf(measured),
                        ("ModelWeights", "Token") => (FilesOfToken(measured) * WeightsOf(measured))
                            + CacheOfLlamaCpp(measured)
                            + (128UL << 20),
                        ("ModelWeights", "LoadCopy") => 2 * WeightsOf(measured),
                        ("ModelWeights", "LoadMap") => WeightsOf(measured),
                        _ => 0,
                    },
                    measured.Description.ResidentBytes
                )
        );
    }

    // Where a file can't be mapped, its copy lies beside it; and llama.cpp's own, where it makes one.
    private static ulong FilesOfToken(Case measured) =>
        (OperatingSystem.IsWindows() ? 2UL : 1UL)
        + (measured.Id.Contains("llamaCppRepacked", StringComparison.Ordinal) ? 1UL : 0);

    // Keys and values of 512 positions, as floats of 32 bits; a guest has 64 positions, which the rest covers.
    private static ulong CacheOfLlamaCpp(Case measured) =>
        measured.Id.Contains("llamaCpp", StringComparison.Ordinal)
            ? 512
                * ModelShapes
                    .All.Single(shape => shape.Name == measured.Name.Parameters["Model"])
                    .CacheBytes
            : 0;

    private static ulong WeightsOf(Case measured)
    {
        var name = measured.Name.Parameters["Model"];
        var tensors = name is "70B_of_8_layers" or "70B_27_layers_of_8"
            ? new RepeatedLayers(ModelShapes.Llama70B, ofEachKind: 4).Tensors
            : TensorPlan.Of(ModelShapes.All.Single(shape => shape.Name == name));
        return tensors.Aggregate(0UL, (sum, tensor) => sum + tensor.Bytes);
    }

    [Fact]
    public void Measures_more_in_each_profile()
    {
        var smoke = Count(Profile.Smoke);
        var standard = Count(Profile.Standard);
        Assert.InRange(smoke, 1, standard - 1);
        Assert.InRange(standard, smoke + 1, Count(Profile.Full) - 1);

        static int Count(Profile profile) =>
            Catalog.All.Count(measured => measured.Description.Profile <= profile);
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
                    Catalog.All,
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
        Assert.Contains($"BoundaryAccess.LoopOverhead(Memory={memory})", ById);

    [Theory]
    [InlineData("Read", 1)]
    [InlineData("Write", 1)]
    [InlineData("Fill", 1)]
    [InlineData("Copy", 2)]
    [InlineData("Triad", 3)]
    public void Streams_on_both_sides_of_the_line_and_counts_bytes_as_STREAM_does(
        string method,
        long streams
    )
    {
        foreach (var width in (int[])[8, 16])
        {
            foreach (
                var place in (string[])
                    [
                        "Memory=memory64, Window=below",
                        "Memory=memory64, Window=across",
                        "Memory=memory64, Window=above",
                        "Memory=memory32, Window=below",
                        "Memory=native, Window=below",
                    ]
            )
            {
                var id = $"Bandwidth.{method}({place}, Width={width})";
                Assert.Contains(id, ById);
                Assert.Equal(streams * (4 << 20), ById[id].Description.Bytes);
            }
        }
    }

    [Theory]
    [InlineData("memory64")]
    [InlineData("memory32")]
    [InlineData("native")]
    public void Streams_reads_of_both_widths_in_the_standard_profile(string memory)
    {
        AssertInStandard($"Bandwidth.Read(Memory={memory}, Window=below, Width=8)");
        AssertInStandard($"Bandwidth.Read(Memory={memory}, Window=below, Width=16)");
    }

    // Ten minutes have room for a dozen of these, at a second a round.
    [Fact]
    public void Streams_the_main_rows_only_in_the_standard_profile() =>
        Assert.InRange(
            Catalog.All.Count(measured =>
                measured is { Benchmark: "Bandwidth", Description.Profile: <= Profile.Standard }
            ),
            8,
            12
        );

    [Theory]
    [InlineData("BulkMemory")]
    [InlineData("Latency")]
    [InlineData("EngineSettingsAccess")]
    [InlineData("EngineSettingsInstantiation")]
    [InlineData("EngineSettingsAllocation")]
    [InlineData("HostAccess")]
    [InlineData("HostBridge")]
    public void Leaves_the_rest_to_the_full_profile(string benchmark) =>
        Assert.All(
            Catalog.All.Where(measured => measured.Benchmark == benchmark),
            measured => Assert.Equal(Profile.Full, measured.Description.Profile)
        );

    [Theory]
    [InlineData("Fill", 1)]
    [InlineData("Copy", 2)]
    public void Fills_and_copies_16_B_to_256_MiB(string method, long streams)
    {
        foreach (var memory in (string[])["memory64", "memory32", "native"])
        {
            string Id(string suffix, string size) =>
                $"BulkMemory.{method}{suffix}(Memory={memory}, Size={size})";
            foreach (var size in (string[])["64KiB", "1MiB", "16MiB", "256MiB"])
            {
                Assert.Contains(Id("", size), ById);
            }

            foreach (var size in (string[])["16B", "64B", "256B", "1KiB", "4KiB"])
            {
                Assert.Contains(Id("Small", size), ById);
            }

            foreach (var size in (string[])["16B", "64B", "256B"])
            {
                Assert.Contains(
                    KeyValuePair.Create("variable length", Id("Small", size)),
                    ById[Id("Constant", size)].Controls
                );
            }

            Assert.Equal(streams << 28, ById[Id("", "256MiB")].Description.Bytes);
            Assert.Equal(streams * 16, ById[Id("Constant", "16B")].Description.Bytes);
        }
    }

    [Fact]
    public void Accesses_at_random_and_in_strides_on_both_sides_of_the_line()
    {
        foreach (
            var place in (string[])
                [
                    "Memory=memory64, Window=below",
                    "Memory=memory64, Window=above",
                    "Memory=memory32, Window=below",
                    "Memory=native, Window=below",
                ]
        )
        {
            foreach (var set in (string[])["cached", "uncached"])
            {
                Assert.Contains($"Latency.Chase({place}, Set={set})", ById);
                Assert.Contains($"Latency.Update({place}, Set={set})", ById);
            }

            foreach (var stride in (int[])[4, 64, 1024, 4096])
            {
                Assert.Contains($"Latency.Stride({place}, StrideKiB={stride})", ById);
            }
        }
    }

    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    public void Bridges_blocks_and_sums_the_same_bytes_in_place(int width)
    {
        foreach (var size in (string[])["64KiB", "1MiB", "16MiB", "200MB"])
        {
            string Id(string method, string place) =>
                $"HostBridge.{method}(Memory={place}, Width={width}, Size={size})";
            var direct = Id("Direct", "memory64, Window=above");
            var native = Id("Direct", "native, Window=below");
            var bridge = ById[Id("Bridge", "memory32")];
            Assert.Equal(
                [new("direct", direct), new("native", Id("Bridge", "native"))],
                bridge.Controls
            );
            Assert.Equal([new("direct", native)], ById[Id("Bridge", "native")].Controls);
            Assert.Equal(
                [new("memory32", Id("Direct", "memory32, Window=below")), new("native", native)],
                ById[direct].Controls
            );
            Assert.Equal("bridge-m32", bridge.Description.Guest!.Name);
            Assert.Equal("bridge-m64", ById[direct].Description.Guest!.Name);
            Assert.Equal(bridge.Description.Bytes, ById[direct].Description.Bytes);
        }
    }

    [Fact]
    public void Accesses_guests_from_the_host_word_by_word_and_in_blocks()
    {
        foreach (var method in (string[])["Read", "Write"])
        {
            foreach (
                var place in (string[])
                    [
                        "memory64, Window=below",
                        "memory64, Window=above",
                        "memory32, Window=below",
                        "native, Window=below",
                    ]
            )
            {
                Assert.Contains($"HostAccess.{method}(Memory={place}, Size=8B)", ById);
            }
        }

        foreach (var method in (string[])["CopyIn", "CopyOut"])
        {
            foreach (
                var place in (string[])
                    ["memory64, Window=above", "memory32, Window=below", "native, Window=below"]
            )
            {
                foreach (var size in (string[])["64KiB", "1MiB", "200MB"])
                {
                    Assert.Contains($"HostAccess.{method}(Memory={place}, Size={size})", ById);
                }
            }
        }
    }

    // What a cache holds would be summed there, whether it was copied or not.
    [Fact]
    public void Takes_blocks_from_more_than_a_cache_holds() =>
        Assert.All(
            Catalog.All.Where(measured =>
                measured
                    is { Benchmark: "HostBridge" }
                        or { Benchmark: "HostAccess", Method: not ("Read" or "Write") }
            ),
            measured =>
                Assert.InRange(
                    measured.Description.ResidentBytes,
                    LargeSet.Size.Bytes,
                    ByteSize.GiB(2).Bytes
                )
        );

    [Fact]
    public void Compares_each_setting_with_the_default_in_two_methods_or_two_places()
    {
        var settings = Catalog
            .All.Where(measured =>
                measured.Benchmark.StartsWith("EngineSettings", StringComparison.Ordinal)
            )
            .GroupBy(measured => measured.Parameters[0].Value)
            .ToDictionary(setting => setting.Key, setting => setting.ToList());
        Assert.Equal(Enum.GetNames<Setting>().Order(), settings.Keys.Order());
        Assert.All(
            settings.Where(setting => setting.Key != "byDefault"),
            setting =>
            {
                Assert.True(setting.Value.Count >= 2, setting.Key);
                Assert.All(
                    setting.Value,
                    measured =>
                        Assert.Contains(
                            KeyValuePair.Create(
                                "default",
                                measured.Id.Replace(
                                    $"Setting={setting.Key}",
                                    "Setting=byDefault",
                                    StringComparison.Ordinal
                                )
                            ),
                            measured.Controls
                        )
                );
            }
        );
    }

    [Fact]
    public void Sets_nothing_where_a_setting_is_compared_with()
    {
        Assert.All(
            Catalog.All.Where(measured =>
                measured.Benchmark.StartsWith("EngineSettings", StringComparison.Ordinal)
            ),
            measured =>
                Assert.Equal(
                    measured.Parameters[0].Value is "byDefault" or "fixedSize",
                    measured.Description.Settings == EngineConfiguration.Default
                )
        );
    }

    [Theory]
    [InlineData("Access.Read(Setting=noSpectre, Memory=memory64, Window=above)", "access-m64")]
    [InlineData("Access.Read(Setting=staysPut, Memory=memory64, Window=below)", "access-m64-4GiB")]
    [InlineData(
        "Access.Read(Setting=fixedSize, Memory=memory64, Window=above)",
        "access-m64-fixed"
    )]
    [InlineData("Access.Read(Setting=noGuard, Memory=memory32, Window=below)", "access-m32")]
    [InlineData(
        "Instantiation.Instantiate(Setting=fixedSize, Memory=memory64)",
        "access-m64-fixed"
    )]
    [InlineData("Instantiation.Instantiate(Setting=pooled, Memory=memory64)", "access-m64")]
    [InlineData(
        "Instantiation.InstantiateData(Setting=noCopyOnWrite, Memory=memory64)",
        "data-m64"
    )]
    [InlineData("Instantiation.Reuse(Setting=keepsResident, Memory=memory64)", "access-m64")]
    [InlineData("Allocation.Grow(Setting=growthReservation, Memory=memory64)", "allocation-m64")]
    [InlineData("Allocation.FirstTouch(Setting=hugePages, Memory=memory64)", "allocation-m64")]
    public void Measures_a_setting_on_the_guest_that_shows_it(string id, string guest) =>
        Assert.Equal(guest, ById[$"EngineSettings{id}"].Description.Guest?.Name);

    [Fact]
    public void Asks_memory32_for_nothing_that_4_GiB_can_not_hold()
    {
        var large = Catalog.All.Where(measured =>
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

    private static ulong RegionOf(Case measured) =>
        SizeOf(measured) * (ulong)Math.Ceiling(LargeSet.Size.Bytes / (double)SizeOf(measured));

    private static ulong SizeOf(Case measured) =>
        ((ByteSize)measured.Values.Items.Single(item => item.Name == "Size").Value).Bytes;

    [GeneratedRegex(
        @"^[A-Z]\w+\.[A-Z]\w+\([A-Z]\w*=\w+(, [A-Z]\w*=\w+)*\)$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Id();
}
