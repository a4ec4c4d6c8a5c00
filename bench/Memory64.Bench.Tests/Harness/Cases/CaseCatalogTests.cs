using System.Text.RegularExpressions;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Parameters;
using BenchmarkDotNet.Running;
using Memory64.Bench.Benchmarks.Giants;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
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
                .WithInputs.Select(measured => $"{measured.Benchmark}.{measured.Method}")
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

                // What is widened is made of one that it holds.
                var held = Guest.Named(
                    guest.Name.Replace(", widened", "", StringComparison.Ordinal)
                );
                Assert.Equal(held.Name == guest.Name, ReferenceEquals(held, guest));
            }
        );
    }

    [Fact]
    public void Gives_every_case_but_native_ones_a_guest()
    {
        Assert.All(
            Catalog.All.Where(measured =>
                measured.Method != nameof(LargeMemory.SystemCalls)
                && (
                    !measured.Name.Parameters.TryGetValue("Memory", out var memory)
                    || memory.StartsWith("memory", StringComparison.Ordinal)
                )
            ),
            measured => Assert.NotNull(measured.Description.Guest)
        );
        Assert.All(
            Catalog.All.Where(measured =>
                measured.Name.Parameters.GetValueOrDefault("Memory") == "native"
            ),
            measured => Assert.Null(measured.Description.Guest)
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
    public void Measures_more_in_each_profile()
    {
        var smoke = Count(Profile.Smoke);
        var standard = Count(Profile.Standard);
        Assert.InRange(smoke, 1, standard - 1);
        Assert.InRange(standard, smoke + 1, Count(Profile.Full) - 1);

        static int Count(Profile profile) =>
            Catalog.All.Count(measured => measured.Description.Profile <= profile);
    }

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

    [GeneratedRegex(
        @"^[A-Z]\w+\.[A-Z]\w+\([A-Z]\w*=\w+(, [A-Z]\w*=\w+)*\)$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Id();
}
