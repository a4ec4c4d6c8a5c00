using Memory64.Bench.Guests;
using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Measured;
using Memory64.Models.Gguf;
using Memory64.Models.Shapes;
using Memory64.Models.Synthesis;
using Memory64.Models.Tokens;
using Memory64.Results.RunFiles.Records;

namespace Memory64.Bench.Benchmarks.Weights.Sources;

/// <summary>A model that can be measured, before its file is opened.</summary>
/// <param name="Name">What its rows are called.</param>
/// <param name="FileBytes">About how much of its file tokens read: the tensors, and no head that would count.</param>
/// <param name="AddressBytes">How many bytes of addresses its weights take: more than the file's, where layers are repeated.</param>
/// <param name="TokenBytes">Bytes of weights that a token reads.</param>
/// <param name="CacheBytes">Bytes of the keys and values of a position, as floats of 32 bits.</param>
/// <param name="File">Writes the file; <see langword="null"/> where it is there.</param>
/// <param name="Path">Where the file is; <see langword="null"/> where it must be written.</param>
internal sealed record ModelSource(
    string Name,
    ulong FileBytes,
    ulong AddressBytes,
    ulong TokenBytes,
    ulong CacheBytes,
    SharedFile? File,
    string? Path
)
{
    // What the values are is of no matter; that all processes have the same ones is.
    private const ulong Seed = 64;

    // About 4 GB, which no cache holds.
    private const int RepeatedOfEachKind = 4;

    // More than nearly all caches hold: weights come from memory, as a whole token's do.
    private static readonly ByteSize LeastOfSide = ByteSize.GiB(1);

    // The first of three memories that share a 70B has so many: what one memory of 16 GiB holds.
    private const int LayersOfOneMemory = 27;

    /// <summary>Positions that whoever computes it has room for.</summary>
    public const uint Context = 64;

    /// <summary>Layers that a token goes through; 1 or more.</summary>
    public required int Layers { get; init; }

    /// <summary>Parts that a token is computed in: its layers, and its logits.</summary>
    public int Parts => Layers + 1;

    /// <summary>
    /// So many of the first parts as a side of a duel computes. A duel ends after a second, in which two sides get through 14 layers of a
    /// 7B each, and 4 of a 70B; a whole token of each side would only keep both from it. A small model's token is computed whole.
    /// </summary>
    public int PartsOfSide =>
        (int)Math.Min((ulong)Parts, (LeastOfSide.Bytes * (ulong)Parts / TokenBytes) + 1);

    /// <summary>How many bytes a load moves: the whole file, of which a token may need less.</summary>
    public ulong LoadBytes
    {
        get => field > 0 ? field : FileBytes;
        private init;
    }

    /// <summary>What a token needs beside weights, most of it for keys and values.</summary>
    public ulong OwnBytes { get; private init; } = ByteSize.MiB(128).Bytes;

    /// <summary>For each layer of the model, which of the file's it is; <see langword="null"/> where that is itself.</summary>
    public IReadOnlyList<int>? Sources { get; private init; }

    /// <summary>
    /// Whether it has all layers of its model; the first ones alone show what memories cost, and are no model of which tokens count.
    /// </summary>
    public bool IsWhole { get; private init; } = true;

    /// <summary>What the file is, where it is the user's; <see langword="null"/> where it is the suite's own.</summary>
    public RunInput? Input { get; private init; }

    /// <summary>Why llama.cpp can't map the file; <see langword="null"/> where it can.</summary>
    public string? NotMappedByLlamaCpp { get; private init; }

    /// <summary>The suite's own: synthetic ones, the smallest first.</summary>
    public static IReadOnlyList<ModelSource> Own { get; } =
    [.. ModelShapes.All.Select(Synthetic), .. Repeated(ModelShapes.Llama70B)];

    /// <summary>The suite's own, and the user's where there is one.</summary>
    /// <param name="inputs">Of the suite.</param>
    /// <exception cref="MeasurementException">The user's can't be computed.</exception>
    public static IReadOnlyList<ModelSource> All(Inputs inputs) =>
        UserModel.PathIn(inputs) is { } path ? [.. Own, OfUser(path)] : Own;

    /// <summary>The one of that name.</summary>
    /// <param name="name">What its rows are called.</param>
    /// <param name="inputs">Of the suite.</param>
    /// <exception cref="MeasurementException">There is none: the user's file has become another one since it was named.</exception>
    public static ModelSource Named(string name, Inputs inputs) =>
        All(inputs).SingleOrDefault(source => source.Name == name)
        ?? throw new MeasurementException(
            $"there is no model {name}{(UserModel.PathIn(inputs) is { } path ? $" any more: {path} was changed meanwhile" : "")}"
        );

    /// <summary>
    /// The same in a file that each process writes for itself: what one process has joined to huge pages would stay so for all.
    /// </summary>
    public ModelSource OfOneProcess => this with { IsHeld = false };

    /// <summary>Whether the host may hold its file for all processes.</summary>
    public bool IsHeld { get; private init; } = true;

    /// <summary>Opens the file, written if it must be.</summary>
    /// <param name="inputs">Say where it lies if the host holds it.</param>
    public OpenModel Open(Inputs inputs)
    {
        if (
            (
                Path ?? (File is null || !IsHeld ? null : inputs.Files.GetValueOrDefault(File.Name))
            ) is
            { } path
        )
        {
            return new OpenModel(path, Sources, owner: null);
        }

        var file = File!.Write();
        return new OpenModel(file.Path, Sources, file);
    }

    private static ModelSource Synthetic(ModelShape shape)
    {
        var plan = TensorPlan.Of(shape);
        var bytes = TensorPlan.BytesOf(plan);
        return new(
            shape.Name,
            bytes,
            bytes,
            bytes - plan[0].Bytes + plan[0].RowBytes,
            shape.CacheBytes,
            Held(shape.Name, () => SyntheticModel.Write(shape, Seed)),
            Path: null
        )
        {
            Layers = (int)shape.Layers,
        };
    }

    private static SharedFile Held(string name, Func<ModelFile> write) =>
        new(
            name,
            () =>
            {
                var file = write();
                return new(file.Path, file);
            }
        );

    // All layers, which take several memories; and so many that one memory can be compared with several.
    private static ModelSource[] Repeated(ModelShape shape)
    {
        var layers = new RepeatedLayers(shape, RepeatedOfEachKind);
        var name = $"{shape.Name}_of_{layers.Shape.Layers}_layers";
        var whole = Synthetic(shape) with
        {
            Name = name,
            FileBytes = TensorPlan.BytesOf(layers.Tensors),
            File = Held(name, () => SyntheticModel.Write(layers.Shape, layers.Tensors, Seed)),
            Sources = layers.Sources,
        };
        var rest = layers
            .LayerBytes.Skip(LayersOfOneMemory)
            .Aggregate(0UL, (sum, bytes) => sum + bytes);
        return
        [
            whole,
            whole with
            {
                Name = $"{shape.Name}_{LayersOfOneMemory}_layers_of_{layers.Shape.Layers}",
                AddressBytes = whole.AddressBytes - rest,
                TokenBytes = whole.TokenBytes - rest,
                Sources = [.. layers.Sources.Take(LayersOfOneMemory)],
                Layers = LayersOfOneMemory,
                IsWhole = false,
            },
        ];
    }

    /// <summary>A file of the user's.</summary>
    /// <exception cref="MeasurementException">It can't be computed.</exception>
    public static ModelSource OfUser(string path)
    {
        var model = UserModel.Read(path);
        var plan = TokenPlan.Of(model, Context);
        var weights = plan.MemoryBytes - plan.OwnBytes;
        var source = new ModelSource(
            UserModel.NameOf(model.File),
            weights,
            weights,
            model.TokenBytes,
            model.Shape.CacheBytes,
            File: null,
            path
        )
        {
            Layers = model.Layers.Count,
        };
        return source with
        {
            LoadBytes = model.File.Bytes,
            OwnBytes = Math.Max(source.OwnBytes, plan.OwnBytes),
            Input = UserModel.InputOf(model.File),
            NotMappedByLlamaCpp = ReasonNotMapped(model.File),
        };
    }

    // It asks of a buffer, which begins where the first tensor lies in the mapped file, what it asks of its own (TENSOR_ALIGNMENT).
    private static string? ReasonNotMapped(GgufFile file)
    {
        const ulong alignment = 32;
        return
            file.Tensors.Values.FirstOrDefault(placed => placed.Offset % alignment != 0)
                is { } tensor
            ? $"llama.cpp can't map this file: {tensor.Tensor.Name} lies at byte {tensor.Offset}, at no multiple of {alignment} (its {GgufFormat.AlignmentKey} is {file.Alignment})"
            : null;
    }
}
