namespace Memory64.Bench.Benchmarks.WholePrograms.Native;

/// <summary>A program of <c>guest/src</c> in C#, step for step, with pointers of 8 bytes.</summary>
internal interface INativeProgram
{
    /// <summary>Lays it out.</summary>
    /// <returns>How many bytes it uses.</returns>
    ulong Build();

    /// <summary>Does the next operations.</summary>
    /// <param name="count">How many.</param>
    /// <returns>The sum of what all since <see cref="Build"/> have computed.</returns>
    ulong Run(ulong count);
}
