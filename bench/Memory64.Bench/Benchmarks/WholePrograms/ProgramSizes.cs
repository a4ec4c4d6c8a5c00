using Memory64.Bench.Guests;

namespace Memory64.Bench.Benchmarks.WholePrograms;

/// <summary>
/// How large programs are, in what each counts: nodes, rows, records, vertices, documents, blocks, keys, columns, pixels or vectors; and
/// how much of it a call does.
/// </summary>
internal static class ProgramSizes
{
    /// <summary>About as large a memory64 set out of the caches is, on every machine, so that all do the same work.</summary>
    public static readonly ByteSize OutOfCaches = ByteSize.MiB(128);

    /// <summary>What <c>build</c> is told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The program has no such set.</exception>
    public static ulong Of(ProgramKind program, DataSet set) =>
        set switch
        {
            DataSet.cached => Cached(program),
            DataSet.uncached => Uncached(program),
            _ => Beyond(program)
                ?? throw new ArgumentOutOfRangeException(nameof(set), set, $"{program} has none"),
        };

    /// <summary>Those that have a set beyond 4 GiB.</summary>
    public static IReadOnlyList<ProgramKind> Large { get; } =
    [.. Enum.GetValues<ProgramKind>().Where(program => Beyond(program) is not null)];

    /// <summary>Steps that one call makes: some microseconds of work, beside which the call itself is nothing.</summary>
    public static int StepsOf(ProgramKind program, DataSet set) =>
        program switch
        {
            ProgramKind.product or ProgramKind.blur => set == DataSet.cached ? 32 : 1,
            ProgramKind.join or ProgramKind.lookup => 256,
            ProgramKind.tree or ProgramKind.search => 64,
            ProgramKind.parse => 8,
            _ => 1,
        };

    /// <summary>What one call makes of that which readers count: mostly steps, else pixels, or products that are added up.</summary>
    public static long OperationsOf(ProgramKind program, DataSet set) =>
        StepsOf(program, set)
        * program switch
        {
            ProgramKind.product => 32 * (long)Of(program, set),
            ProgramKind.blur => (long)Of(program, set),
            ProgramKind.search => 384,
            _ => 1,
        };

    /// <summary>Most bytes that it uses.</summary>
    public static ByteSize MostBytes(DataSet set) =>
        set switch
        {
            DataSet.cached => ByteSize.MiB(1),
            DataSet.uncached => new(OutOfCaches.Bytes * 3 / 2),
            _ => new(ByteSize.GiB(6).Bytes + ByteSize.MiB(1).Bytes),
        };

    private static ulong Cached(ProgramKind program) =>
        program switch
        {
            ProgramKind.graph => 128,
            ProgramKind.parse => 16,
            ProgramKind.compress => 2,
            ProgramKind.lookup => 1_024,
            ProgramKind.product => 32,
            ProgramKind.blur => 64,
            ProgramKind.search => 16,
            _ => 512,
        };

    private static ulong Uncached(ProgramKind program) =>
        program switch
        {
            ProgramKind.tree or ProgramKind.join => 4 << 20,
            ProgramKind.sort => 2_800_000,
            ProgramKind.graph => 1_000_000,
            ProgramKind.parse => 220_000,
            ProgramKind.compress => 32_768,
            ProgramKind.lookup => 8 << 20,
            ProgramKind.product => 3_360,
            ProgramKind.blur => 6_720,
            _ => 88_000,
        };

    private static ulong? Beyond(ProgramKind program) =>
        program switch
        {
            ProgramKind.sort => 134_217_728,
            ProgramKind.lookup => 377_487_360,
            ProgramKind.search => 4_194_304,
            _ => null,
        };
}
