namespace Memory64.Results.Benchmarks.Generation;

/// <summary>How large a made-up results folder is.</summary>
/// <param name="Machines">Folders; 1 or more.</param>
/// <param name="Engines">Run files in each; 1 or more.</param>
/// <param name="Cases">Cases in each file; 1 to 306.</param>
/// <param name="Rounds">Rounds of each case; 1 or more.</param>
/// <param name="Iterations">Iterations of each round; 1 or more.</param>
internal sealed record TreeSize(
    int Machines = 50,
    int Engines = 10,
    int Cases = 300,
    int Rounds = 10,
    int Iterations = 10
);
