namespace Memory64.Bench.Harness.Loops;

/// <summary>A loop in which a program's time goes.</summary>
/// <param name="Number">Its place among the loops of the program, the same for each of its memories.</param>
/// <param name="Function">The function that it stands in.</param>
/// <param name="Iterations">How often it began an iteration; above 0.</param>
/// <param name="Share">
/// Its share of the WebAssembly instructions in all loops, if each iteration ran through the whole of its loop; above 0, at most 1.
/// </param>
/// <param name="Code">Its machine code, read where it is asked for; <see langword="null"/> where that is no innermost loop.</param>
public sealed record HotLoop(
    int Number,
    string Function,
    long Iterations,
    double Share,
    Lazy<FoundLoop?> Code
);
