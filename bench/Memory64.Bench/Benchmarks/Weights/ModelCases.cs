using Memory64.Bench.Benchmarks.Weights.Anchor;
using Memory64.Bench.Benchmarks.Weights.Runners;
using Memory64.Bench.Benchmarks.Weights.Sources;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Machines.Memories;
using Memory64.Bench.Harness.Measured;
using Memory64.Bench.Harness.Requirements;
using Memory64.Models.Shapes;
using Memory64.Results.Units;

namespace Memory64.Bench.Benchmarks.Weights;

/// <summary>The cases of <see cref="ModelWeights"/>.</summary>
internal static class ModelCases
{
    // A token of a 70B takes a quarter of a minute, and a round computes three or four.
    private const int LevelRoundsOfLargest = 2;

    private static readonly WeightMemory[] Loading =
    [
        WeightMemory.memory64,
        WeightMemory.memory32,
        WeightMemory.native,
    ];

    private static readonly WeightMemory[] Mapping =
    [
        WeightMemory.memory64,
        WeightMemory.memory64HugePages,
        WeightMemory.native,
    ];

    public static IEnumerable<CaseDescription> Of(Inputs inputs)
    {
        var sources = ModelSource.All(inputs);
        return
        [
            .. from source in sources
            from memory in Enum.GetValues<WeightMemory>()
            where Fits(source, memory)
            select Token(source, memory),
            .. from source in sources
            from memory in Loading
            where IsLoaded(source, memory)
            select Copy(source, memory),
            .. from source in sources
            from memory in Mapping
            where
                FileMapping.IsSupported
                && IsLoaded(source, memory)
                && (memory != WeightMemory.memory64HugePages || Fits(source, memory))
            select memory == WeightMemory.memory64HugePages
                ? MapByHugePages(source)
                : Map(source, memory),
        ];
    }

    private static bool Fits(ModelSource source, WeightMemory memory) =>
        memory switch
        {
            WeightMemory.memory64 => FitsInto(source, ByteSize.GiB(16)),
            // Each round writes a file of its own, so one model stands for all.
            WeightMemory.memory64HugePages => IsForTests(source)
                || source.Name == ModelShapes.Llama7B.Name,
            WeightMemory.memory64Relaxed => !IsLargest(source),
            WeightMemory.memory64Shards or WeightMemory.memory64Multi => IsForTests(source)
                || IsLargest(source),
            WeightMemory.memory32 => FitsInto(source, ByteSize.FourGiB),
            WeightMemory.llamaCpp or WeightMemory.llamaCppRepacked => source.Sources is null,
            WeightMemory.bridge => FileMapping.IsSupported,
            _ => true,
        };

    // Of a model whose layers are repeated, what would be loaded is not what is computed.
    private static bool IsLoaded(ModelSource source, WeightMemory memory) =>
        source.Sources is null
        && source.LoadBytes + source.OwnBytes
            <= (memory == WeightMemory.memory32 ? ByteSize.FourGiB : ByteSize.GiB(16)).Bytes;

    private static bool IsForTests(ModelSource source) => source.Name == ModelShapes.Tiny.Name;

    // What takes several memories, or stands for a part of it.
    private static bool IsLargest(ModelSource source) =>
        !source.IsWhole || !FitsInto(source, ByteSize.GiB(16));

    private static bool FitsInto(ModelSource source, ByteSize memory) =>
        source.AddressBytes + source.OwnBytes <= memory.Bytes;

    private static CaseDescription Token(ModelSource source, WeightMemory memory)
    {
        var room = new TokenRoom(source, memory, FileMapping.IsSupported);
        var isLargest = IsLargest(source);
        return Of(nameof(ModelWeights.Token), source, memory) with
        {
            Bytes = (long)source.TokenBytes,
            SetupCalls = SetupCallsOf(source, memory),
            SetupCallsOfSide = memory.IsOfLlamaCpp
                ? AnchorTarget.Positions
                : source.PartsOfSide / (double)source.Parts,
            LevelRounds = isLargest ? LevelRoundsOfLargest : int.MaxValue,
            Guest = memory.IsOfGuest ? ModelTarget.GuestOf(memory) : null,
            NotOnV8 = memory
                is WeightMemory.memory64
                    or WeightMemory.memory64Relaxed
                    or WeightMemory.memory32
                ? null
                : "V8 is given one memory, and no functions of the host",
            CopiedOnV8 = source.LoadBytes,
            Needs =
                memory.IsOfLlamaCpp
                    ? [new NoHindrance(source.NotMappedByLlamaCpp), new BuiltLlamaCpp()]
                : memory == WeightMemory.memory64HugePages ? [new CollapsedPages()]
                : [],
            ResidentBytes = room.ResidentBytes,
            AccessibleBytes =
                memory == WeightMemory.memory64HugePages
                    ? Math.Max(room.AccessibleBytes, ByteSize.GiB(16).Bytes)
                    : room.AccessibleBytes,
            KeptBytes = room.KeptBytes,
            Sampling = Sampling.Once(warmups: 0, iterations: isLargest ? 1 : 2),
            Controls = [.. ControlsOf(source, memory).Select(ControlOf)],
        };
    }

    // Tokens before the first one that is timed: of whoever computes it, and of whom it is compared with.
    private static int SetupCallsOf(ModelSource source, WeightMemory memory) =>
        memory.IsOfLlamaCpp ? AnchorTarget.Positions
        : ModelTarget.AsksAnother(source, memory) ? 2
        : 1;

    private static CaseDescription Copy(ModelSource source, WeightMemory memory) =>
        Of(nameof(ModelWeights.LoadCopy), source, memory) with
        {
            NotOnV8 = "the file is put into memory of this process",
            Guest = memory == WeightMemory.native ? null : LoadTarget.GuestOf(memory, maps: false),
            ResidentBytes = 2 * source.LoadBytes,
            Controls = [.. ControlsOf(source, memory).Where(Loading.Contains).Select(ControlOf)],
        };

    private static CaseDescription Map(ModelSource source, WeightMemory memory) =>
        Of(nameof(ModelWeights.LoadMap), source, memory) with
        {
            NotOnV8 = "the file is put into memory of this process",
            Guest = memory == WeightMemory.native ? null : LoadTarget.GuestOf(memory, maps: true),
            ResidentBytes = source.LoadBytes,
            Controls =
            [
                new Control("copy") { Method = nameof(ModelWeights.LoadCopy) },
                .. ControlsOf(source, memory)
                    .Where(control => control == WeightMemory.native)
                    .Select(ControlOf),
            ],
        };

    // What was joined stays joined: only the first call of a process does it, which no duel could have. Its setup writes the file.
    private static CaseDescription MapByHugePages(ModelSource source) =>
        Map(source, WeightMemory.memory64HugePages) with
        {
            ResidentBytes = 2 * source.LoadBytes,
            SetupCalls = 1,
            Sampling = Sampling.Once(warmups: 0, iterations: 1),
            Needs = [new CollapsedPages { NoSecondEngine = "a file is joined to huge pages once" }],
            Controls = [],
        };

    private static CaseDescription Of(string method, ModelSource source, WeightMemory memory) =>
        new()
        {
            Method = method,
            Values =
            [
                (nameof(ModelWeights.Memory), memory),
                (nameof(ModelWeights.Model), source.Name),
            ],
            Profile =
                IsForTests(source) && memory is (WeightMemory.memory64 or WeightMemory.native)
                    ? Profile.Smoke
                    : Profile.Full,
            SharedFile = memory == WeightMemory.memory64HugePages ? null : source.File,
            Input = source.Input,
            Sampling = Sampling.Once(warmups: 0, iterations: 2),
            Unit = TimeUnit.Millisecond,
            Bytes = (long)source.LoadBytes,
        };

    private static IEnumerable<WeightMemory> ControlsOf(ModelSource source, WeightMemory memory) =>
        (
            memory switch
            {
                WeightMemory.memory64 =>
                [
                    WeightMemory.memory32,
                    WeightMemory.bridge,
                    WeightMemory.native,
                ],
                WeightMemory.memory64Relaxed => [WeightMemory.memory64, WeightMemory.native],
                WeightMemory.memory64HugePages => [WeightMemory.memory64],
                WeightMemory.memory64Shards => [WeightMemory.bridge, WeightMemory.native],
                WeightMemory.memory64Multi =>
                [
                    WeightMemory.memory64,
                    WeightMemory.memory64Shards,
                    WeightMemory.bridge,
                    WeightMemory.native,
                ],
                WeightMemory.memory32 => [WeightMemory.bridge, WeightMemory.native],
                WeightMemory.bridge => [WeightMemory.native],
                _ => (WeightMemory[])[],
            }
        ).Where(control => Fits(source, control));

    private static Control ControlOf(WeightMemory memory) =>
        new(memory.ToString(), (nameof(ModelWeights.Memory), memory));
}
