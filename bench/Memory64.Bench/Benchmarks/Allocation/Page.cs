using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Book;

namespace Memory64.Bench.Benchmarks.Allocation;

internal sealed class Page : PageWriter<GuestAllocation>
{
    private const string Memory = nameof(GuestAllocation.Memory),
        Size = nameof(GuestAllocation.Size),
        Relocating = nameof(GuestAllocation.GrowRelocating),
        Reserved = nameof(GuestAllocation.GrowReserved),
        Seed = nameof(GuestAllocation.Seed),
        ZeroFill = nameof(GuestAllocation.ZeroFill),
        FirstTouch = nameof(GuestAllocation.FirstTouch);

    private static readonly ByteSize Least = GuestAllocation.Sizes.First(),
        Most = GuestAllocation.Sizes.Last();

    public override BenchmarkPage Write() =>
        new()
        {
            Benchmark = nameof(GuestAllocation),
            Question =
                "What does a guest pay for 1 to 6 GiB: growing inside reserved address space or out of it, two bytes at the ends (`Seed`), zeros everywhere, the first touch of every page?",
            Note =
                "A model or an index is loaded once, and its pages are paid for then. Compare growth inside a reservation with growth that relocates, and the price of a page with the native control, which is the kernel's part.",
            Columns = [PageColumn.Gigabytes, PageColumn.TimePerPage, PageColumn.FaultsPerGiB],
            Answers =
            [
                new(
                    6,
                    "Filling and growing",
                    "the first touch of every page of 1 GiB, over memory32: {0}. Growth past what is reserved copies everything: with 1 GiB in use, {1} of growth inside a reservation, so reserve what will be needed",
                    [
                        new(
                            "first touch of 1 GiB",
                            One(FirstTouch, Least),
                            One(FirstTouch, Least, MemoryKind.memory32)
                        ),
                        new(
                            "relocating growth against reserved growth, 1 GiB",
                            One(Relocating, Least),
                            One(Reserved, Least)
                        ),
                    ]
                ),
            ],
            Questions =
            [
                Memories("zero-fill", ZeroFill),
                Memories("first touch", FirstTouch).AsMain().AcrossEngines(),
                new Question(
                    "Relocating growth against reserved growth",
                    Cases(Relocating),
                    Cases(Reserved)
                ).AsMain(),
            ],
            MainCases =
            [
                new("Growth by 6 GiB inside a reservation", One(Reserved, Most)),
                new("Growth by 6 GiB and two bytes written", One(Seed, Most)),
                new("Growth that relocates 1 GiB", One(Relocating, Least)),
                new("Zero-fill of 1 GiB", One(ZeroFill, Least)),
                new("First touch of 1 GiB", One(FirstTouch, Least)),
            ],
            Charts =
            [
                new()
                {
                    Name = "allocation-by-size",
                    Title = "Allocation inside a memory64 guest",
                    Shape = ChartShape.Lines,
                    IsLogarithmic = true,
                    CategoryTitle = "Size of what is allocated, filled or relocated",
                    ValueTitle = "Time",
                    Value = ChartValue.Time,
                    IsMain = true,
                    Series =
                    [
                        BySize("growth that relocates", Relocating),
                        BySize("zero-fill", ZeroFill),
                        BySize("first touch of every page", FirstTouch),
                        BySize("growth and two bytes written", Seed),
                        BySize("growth inside a reservation", Reserved),
                    ],
                },
                PageText.RatiosByEngine(
                    Ratio("first touch of 1 GiB", FirstTouch),
                    Ratio("zero-fill of 1 GiB", ZeroFill)
                ),
            ],
        };

    private static CasePattern One(
        string method,
        ByteSize size,
        MemoryKind memory = MemoryKind.memory64
    ) => Cases(method, (Memory, memory), (Size, size));

    private static Question Memories(string what, string method) =>
        new(
            $"memory64 against memory32, {what}",
            Cases(method, (Memory, MemoryKind.memory64)),
            Cases(method, (Memory, MemoryKind.memory32))
        );

    private static SeriesPlan BySize(string name, string method) =>
        new(
            name,
            [
                .. GuestAllocation.Sizes.Select(size => new PointPlan(
                    PageText.Of(size),
                    One(method, size)
                )),
            ]
        );

    private static SeriesPlan Ratio(string name, string method) =>
        PageText.Ratio(name, One(method, Least), One(method, Least, MemoryKind.memory32));
}
