using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Machines;
using Memory64.Results.Units;

namespace Memory64.Bench.Benchmarks.Weights;

/// <summary>The cases of <see cref="ModelWeights"/>.</summary>
internal static class ModelCases
{
    // What a token needs beside weights, most of it for keys and values.
    private static readonly ulong OwnBytes = ByteSize.MiB(128).Bytes;

    private static readonly WeightMemory[] Loading =
    [
        WeightMemory.memory64,
        WeightMemory.memory32,
        WeightMemory.native,
    ];

    public static IEnumerable<CaseDescription> All =>
        [
            .. from source in ModelSource.All
            from memory in Enum.GetValues<WeightMemory>()
            where Fits(source, memory)
            select Token(source, memory),
            .. from source in ModelSource.All
            from memory in Loading
            where Fits(source, memory)
            select Copy(source, memory),
            .. from source in ModelSource.All
            from memory in Loading
            where memory != WeightMemory.memory32 && FileMapping.IsSupported && Fits(source, memory)
            select Map(source, memory),
        ];

    private static bool Fits(ModelSource source, WeightMemory memory) =>
        memory switch
        {
            WeightMemory.memory64 => source.FileBytes + OwnBytes <= ByteSize.GiB(16).Bytes,
            WeightMemory.memory32 => source.FileBytes + OwnBytes <= ByteSize.FourGiB.Bytes,
            WeightMemory.bridge => FileMapping.IsSupported,
            _ => true,
        };

    private static CaseDescription Token(ModelSource source, WeightMemory memory) =>
        Of(nameof(ModelWeights.Token), source, memory) with
        {
            Bytes = (long)source.TokenBytes,
            Guest = memory < WeightMemory.native ? ModelTarget.GuestOf(memory) : null,
            NeedsLlamaCpp = memory > WeightMemory.native,
            ResidentBytes = (FilesOf(memory) * source.FileBytes) + OwnBytes,
            Controls = [.. Enum.GetValues<WeightMemory>().SelectMany(ControlOf(source, memory))],
        };

    private static CaseDescription Copy(ModelSource source, WeightMemory memory) =>
        Of(nameof(ModelWeights.LoadCopy), source, memory) with
        {
            Guest = memory == WeightMemory.native ? null : LoadTarget.GuestOf(memory, maps: false),
            ResidentBytes = 2 * source.FileBytes,
            Controls = [.. Loading.SelectMany(ControlOf(source, memory))],
        };

    private static CaseDescription Map(ModelSource source, WeightMemory memory) =>
        Of(nameof(ModelWeights.LoadMap), source, memory) with
        {
            Guest = memory == WeightMemory.native ? null : LoadTarget.GuestOf(memory, maps: true),
            ResidentBytes = source.FileBytes,
            Controls =
            [
                new Control("copy") { Method = nameof(ModelWeights.LoadCopy) },
                .. Loading
                    .Where(control => control != WeightMemory.memory32)
                    .SelectMany(ControlOf(source, memory)),
            ],
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
            Profile = source.Profile,
            SharedFile = source.File,
            Sampling = Sampling.Once(warmups: 0, iterations: 2),
            Unit = TimeUnit.Millisecond,
            Bytes = (long)source.FileBytes,
        };

    // Where a file can't be mapped, its copy lies beside it; and llama.cpp's own, where it makes one.
    private static ulong FilesOf(WeightMemory memory) =>
        (FileMapping.IsSupported ? 1UL : 2UL) + (memory == WeightMemory.llamaCppRepacked ? 1UL : 0);

    // What stands further down the list is simpler, and what a memory is compared with.
    private static Func<WeightMemory, IEnumerable<Control>> ControlOf(
        ModelSource source,
        WeightMemory memory
    ) =>
        control =>
            control > memory && control <= WeightMemory.native && Fits(source, control)
                ? [new(control.ToString(), (nameof(ModelWeights.Memory), control))]
                : [];
}
