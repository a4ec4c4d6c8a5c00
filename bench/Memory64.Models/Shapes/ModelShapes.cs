namespace Memory64.Models.Shapes;

/// <summary>The shapes that are measured, with the numbers of the models' published configurations.</summary>
public static class ModelShapes
{
    /// <summary>A model of 15 MB that has everything that a large one has.</summary>
    public static ModelShape Tiny { get; } = new("Tiny", 512, 1536, 8, 8, 2, 1024);

    /// <summary>Llama-2 7B.</summary>
    public static ModelShape Llama7B { get; } = new("7B", 4096, 11008, 32, 32, 32, 32000);

    /// <summary>Llama-3 8B.</summary>
    public static ModelShape Llama8B { get; } =
        new("8B", 4096, 14336, 32, 32, 8, 128256) { RopeBase = 500000, Context = 8192 };

    /// <summary>Llama-2 13B.</summary>
    public static ModelShape Llama13B { get; } = new("13B", 5120, 13824, 40, 40, 40, 32000);

    /// <summary>Llama-2 70B.</summary>
    public static ModelShape Llama70B { get; } = new("70B", 8192, 28672, 80, 64, 8, 32000);

    /// <summary>Those that one memory of 16 GiB holds, the smallest first.</summary>
    public static IReadOnlyList<ModelShape> Alone { get; } = [Tiny, Llama7B, Llama8B, Llama13B];

    /// <summary>All of them, the smallest first.</summary>
    public static IReadOnlyList<ModelShape> All { get; } = [.. Alone, Llama70B];
}
