using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Machines;
using Memory64.Models.Shapes;
using Memory64.Results.Units;

namespace Memory64.Bench.Benchmarks.Weights;

/// <summary>The cases of <see cref="ModelWeights"/>.</summary>
internal static class ModelCases
{
    // Weights and what a token needs beside them, for the positions of a target.
    private static readonly ulong Own64 = ByteSize.MiB(256).Bytes;

    private static readonly WeightMemory[] Loading =
    [
        WeightMemory.memory64,
        WeightMemory.memory32,
        WeightMemory.native,
    ];

    public static IEnumerable<CaseDescription> All =>
        [
            .. from shape in ModelShapes.Alone
            from memory in Enum.GetValues<WeightMemory>()
            where Fits(shape, memory)
            select Token(shape, memory),
            .. from shape in ModelShapes.Alone
            from memory in Loading
            where Fits(shape, memory)
            select Copy(shape, memory),
            .. from shape in ModelShapes.Alone
            from memory in Loading
            where memory != WeightMemory.memory32 && FileMapping.IsSupported
            select Map(shape, memory),
        ];

    private static bool Fits(ModelShape shape, WeightMemory memory) =>
        memory switch
        {
            WeightMemory.memory32 => TensorBytes(shape) + Own64 <= ByteSize.FourGiB.Bytes,
            WeightMemory.bridge => FileMapping.IsSupported,
            _ => true,
        };

    private static CaseDescription Token(ModelShape shape, WeightMemory memory) =>
        Of(nameof(ModelWeights.Token), shape, memory) with
        {
            Bytes = (long)TokenBytes(shape),
            Guest = memory == WeightMemory.native ? null : ModelTarget.GuestOf(memory),
            ResidentBytes = ((FileMapping.IsSupported ? 1UL : 2UL) * TensorBytes(shape)) + Own64,
            Controls = [.. Enum.GetValues<WeightMemory>().SelectMany(ControlOf(shape, memory))],
        };

    private static CaseDescription Copy(ModelShape shape, WeightMemory memory) =>
        Of(nameof(ModelWeights.LoadCopy), shape, memory) with
        {
            Guest = memory == WeightMemory.native ? null : LoadTarget.GuestOf(memory, maps: false),
            ResidentBytes = 2 * TensorBytes(shape),
            Controls = [.. Loading.SelectMany(ControlOf(shape, memory))],
        };

    private static CaseDescription Map(ModelShape shape, WeightMemory memory) =>
        Of(nameof(ModelWeights.LoadMap), shape, memory) with
        {
            Guest = memory == WeightMemory.native ? null : LoadTarget.GuestOf(memory, maps: true),
            ResidentBytes = TensorBytes(shape),
            Controls =
            [
                new Control("copy") { Method = nameof(ModelWeights.LoadCopy) },
                .. Loading
                    .Where(control => control != WeightMemory.memory32)
                    .SelectMany(ControlOf(shape, memory)),
            ],
        };

    private static CaseDescription Of(string method, ModelShape shape, WeightMemory memory) =>
        new()
        {
            Method = method,
            Values =
            [
                (nameof(ModelWeights.Memory), memory),
                (nameof(ModelWeights.Model), shape.Name),
            ],
            Profile = shape == ModelShapes.Tiny ? Profile.Smoke : Profile.Full,
            Sampling = Sampling.Once(warmups: 0, iterations: 2),
            Unit = TimeUnit.Millisecond,
            Bytes = (long)TensorBytes(shape),
        };

    // What stands further down the list is simpler, and what a memory is compared with.
    private static Func<WeightMemory, IEnumerable<Control>> ControlOf(
        ModelShape shape,
        WeightMemory memory
    ) =>
        control =>
            control > memory && Fits(shape, control)
                ? [new(control.ToString(), (nameof(ModelWeights.Memory), control))]
                : [];

    private static ulong TensorBytes(ModelShape shape) =>
        TensorPlan.Of(shape).Aggregate(0UL, (sum, tensor) => sum + tensor.Bytes);

    private static ulong TokenBytes(ModelShape shape)
    {
        var embedding = TensorPlan.Of(shape)[0];
        return TensorBytes(shape) - embedding.Bytes + embedding.RowBytes;
    }
}
