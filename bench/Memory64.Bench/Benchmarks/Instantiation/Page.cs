using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Book;

namespace Memory64.Bench.Benchmarks.Instantiation;

internal sealed class Page : PageWriter<MemoryInstantiation>
{
    private const string Memory = nameof(MemoryInstantiation.Memory),
        Size = nameof(MemoryInstantiation.Size),
        Allocator = nameof(MemoryInstantiation.Allocator),
        Instantiate = nameof(MemoryInstantiation.Instantiate),
        Used = nameof(MemoryInstantiation.InstantiateUsed),
        HostCreated = nameof(MemoryInstantiation.HostCreated),
        First = nameof(MemoryInstantiation.First),
        SystemCalls = nameof(MemoryInstantiation.SystemCalls);

    private static readonly ByteSize Eight = ByteSize.GiB(8),
        Sixteen = ByteSize.GiB(16);

    public override BenchmarkPage Write() =>
        new()
        {
            Benchmark = nameof(MemoryInstantiation),
            Question =
                "What does it cost to create a memory of 8 or 16 GiB and to give it back? By the engine on demand or from its pool, by the host (`HostCreated`), for the first time (`First`), and in a slot of the pool whose memory was used before (`InstantiateUsed`)",
            Note =
                "Whoever creates an instance a request must know what 8 or 16 GiB add to it. A memory is address space until it is touched, so read the rows against the bare system calls: what is above them is the engine's.",
            Answers =
            [
                new(
                    5,
                    "Creating",
                    "a memory of 8 GiB over a memory32 of 4 GiB: {0}; one of 16 GiB over one of 8: {1}; one of 8 GiB from a pool over one on demand: {2}",
                    [
                        new(
                            "memory64 of 8 GiB against memory32 of 4 GiB, on demand",
                            One(MemoryKind.memory64, Eight, Guests.Allocator.OnDemand),
                            One(MemoryKind.memory32, ByteSize.FourGiB, Guests.Allocator.OnDemand)
                        ),
                        Sizes("on demand", Instantiate, (Allocator, Guests.Allocator.OnDemand)),
                        new(
                            "pooling against on demand, 8 GiB",
                            One(MemoryKind.memory64, Eight, Guests.Allocator.Pooling),
                            One(MemoryKind.memory64, Eight, Guests.Allocator.OnDemand)
                        ),
                    ]
                ),
            ],
            Questions =
            [
                Sizes(
                        "instantiation (on-demand)",
                        Instantiate,
                        (Allocator, Guests.Allocator.OnDemand)
                    )
                    .AsMain(),
                Sizes("instantiation (pooling)", Instantiate, (Allocator, Guests.Allocator.Pooling))
                    .AsMain(),
                Sizes("instantiation with host-created memory", HostCreated),
                Sizes("first instantiation of an engine", First),
                Sizes("bare system calls", SystemCalls),
                new(
                    "memory64 against memory32, instantiation at the same size",
                    Cases(Instantiate, (Memory, MemoryKind.memory64)),
                    Cases(Instantiate, (Memory, MemoryKind.memory32))
                ),
                new Question(
                    "memory64 of 8 GiB against memory32 of 4 GiB, instantiation",
                    Cases(Instantiate, (Memory, MemoryKind.memory64), (Size, Eight)),
                    Cases(Instantiate, (Memory, MemoryKind.memory32), (Size, ByteSize.FourGiB))
                ).AsMain(),
                new Question(
                    "Pooling against on-demand, instantiation",
                    Cases(Instantiate, (Allocator, Guests.Allocator.Pooling)),
                    Cases(Instantiate, (Allocator, Guests.Allocator.OnDemand))
                ).AsMain(),
                new(
                    "Pool slot whose memory was used against an untouched one, instantiation",
                    Cases(Used),
                    Cases(Instantiate)
                ),
                new(
                    "First instantiation of an engine against a warm one",
                    Cases(First, (Allocator, Guests.Allocator.OnDemand)),
                    Cases(Instantiate, (Allocator, Guests.Allocator.OnDemand))
                ),
            ],
            MainCases =
            [
                .. MainOf(Guests.Allocator.OnDemand, "on demand"),
                .. MainOf(Guests.Allocator.Pooling, "pooling"),
                new(
                    "Instantiation of 16 GiB, host-created memory",
                    Cases(HostCreated, (Memory, MemoryKind.memory64), (Size, Sixteen))
                ),
                new(
                    "First instantiation of an engine, 16 GiB",
                    Cases(
                        First,
                        (Memory, MemoryKind.memory64),
                        (Size, Sixteen),
                        (Allocator, Guests.Allocator.OnDemand)
                    )
                ),
                new(
                    "Bare system calls, 16 GiB",
                    Cases(SystemCalls, (Memory, MemoryKind.native), (Size, Sixteen))
                ),
            ],
            Charts =
            [
                BySize(),
                PageText.RatiosByEngine(
                    Ratio("instantiation on demand, 8 GiB over 4 GiB", Guests.Allocator.OnDemand),
                    Ratio("instantiation pooling, 8 GiB over 4 GiB", Guests.Allocator.Pooling)
                ),
                ByEngine(),
            ],
        };

    private static CasePattern One(MemoryKind memory, ByteSize size, Allocator allocator) =>
        Cases(Instantiate, (Memory, memory), (Size, size), (Allocator, allocator));

    private static Question Sizes(
        string what,
        string method,
        params (string Parameter, object Value)[] same
    ) =>
        new(
            $"16 GiB against 8 GiB, {what}",
            Cases(method, [(Size, Sixteen), .. same]),
            Cases(method, [(Size, Eight), .. same])
        );

    private static MainCase[] MainOf(Allocator allocator, string how) =>
        [
            new($"Instantiation of 8 GiB, {how}", One(MemoryKind.memory64, Eight, allocator)),
            new($"Instantiation of 16 GiB, {how}", One(MemoryKind.memory64, Sixteen, allocator)),
            new(
                $"Instantiation of 4 GiB memory32, {how}",
                One(MemoryKind.memory32, ByteSize.FourGiB, allocator)
            ),
        ];

    private static SeriesPlan Ratio(string name, Allocator allocator) =>
        PageText.Ratio(
            name,
            One(MemoryKind.memory64, Eight, allocator),
            One(MemoryKind.memory32, ByteSize.FourGiB, allocator)
        );

    private static ChartPlan BySize()
    {
        (MemoryKind Memory, ByteSize Size)[] created =
        [
            .. from size in MemoryInstantiation.Sizes
            from memory in new[] { MemoryKind.memory32, MemoryKind.memory64 }
            where memory == MemoryKind.memory64 || size.Bytes <= ByteSize.FourGiB.Bytes
            select (memory, size),
        ];

        SeriesPlan Series(string name, Func<MemoryKind, ByteSize, CasePattern> cases) =>
            new(
                name,
                [
                    .. created.Select(c => new PointPlan(
                        $"{PageText.Of(c.Size)}\n{c.Memory}",
                        cases(c.Memory, c.Size)
                    )),
                ]
            );

        return new()
        {
            Name = "instantiation-by-size",
            Title = "Instantiation by size",
            Shape = ChartShape.Bars,
            CategoryTitle = "Initial size of the memory",
            ValueTitle = "Time to create and delete",
            Value = ChartValue.Time,
            IsMain = true,
            Series =
            [
                Series("on demand", (memory, size) => One(memory, size, Guests.Allocator.OnDemand)),
                Series("pooling", (memory, size) => One(memory, size, Guests.Allocator.Pooling)),
                Series(
                    "pooling, slot used before",
                    (memory, size) =>
                        Cases(
                            Used,
                            (Memory, memory),
                            (Size, size),
                            (Allocator, Guests.Allocator.Pooling)
                        )
                ),
                Series(
                    "created by the host",
                    (memory, size) => Cases(HostCreated, (Memory, memory), (Size, size))
                ),
                // The system doesn't know what the memory is for: one size is the floor of both kinds.
                Series("bare system calls", (_, size) => Cases(SystemCalls, (Size, size))),
            ],
        };
    }

    private static ChartPlan ByEngine() =>
        PageText.LinesByEngine(
            "instantiation-by-engine",
            "Instantiation by engine",
            "Time to create and delete",
            ChartValue.Time,
            [
                .. from allocator in new[]
                {
                    (Kind: Guests.Allocator.OnDemand, Text: "on demand"),
                    (Kind: Guests.Allocator.Pooling, Text: "pooling"),
                }
                from created in new[]
                {
                    (Memory: MemoryKind.memory64, Size: Sixteen),
                    (Memory: MemoryKind.memory64, Size: Eight),
                    (Memory: MemoryKind.memory32, Size: ByteSize.FourGiB),
                }
                select PageText.Line(
                    $"{PageText.Of(created.Size)} {created.Memory}, {allocator.Text}",
                    One(created.Memory, created.Size, allocator.Kind)
                ),
            ]
        );
}
