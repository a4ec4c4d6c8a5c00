using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Units;

namespace Memory64.Bench.Benchmarks.Compiling;

/// <summary>The cases of <see cref="Compilation"/>: by one thread, so that cores don't count; one row shows what they bring.</summary>
internal static class CompilationCases
{
    private static readonly MemoryKind[] Memories = [MemoryKind.memory64, MemoryKind.memory32];

    public static IEnumerable<CaseDescription> All =>
        [
            .. from memory in Memories
            from source in Enum.GetValues<Source>()
            select Of(nameof(Compilation.Compile), memory, source, Threads.one),
            Of(nameof(Compilation.Compile), MemoryKind.memory64, Source.access, Threads.all) with
            {
                Controls = [new("one thread", (nameof(Compilation.Threads), Threads.one))],
            },
            .. from memory in Memories
            from source in Enum.GetValues<Source>()
            select Of(nameof(Compilation.Deserialize), memory, source, Threads.none) with
            {
                Unit = TimeUnit.Microsecond,
            },
        ];

    /// <summary>The guest of a source.</summary>
    public static Guest GuestOf(MemoryKind memory, Source source) =>
        KernelMemory.GuestOf(memory, source.ToString());

    /// <summary>What the engine is told.</summary>
    public static EngineConfiguration SettingsOf(Threads threads) =>
        new() { ParallelCompilation = threads == Threads.all ? null : false };

    private static CaseDescription Of(
        string method,
        MemoryKind memory,
        Source source,
        Threads threads
    ) =>
        new()
        {
            Method = method,
            Values =
            [
                (nameof(Compilation.Memory), memory),
                (nameof(Compilation.Source), source),
                (nameof(Compilation.Threads), threads),
            ],
            Profile = Profile.Full,
            Sampling = Sampling.Repeated,
            Unit = TimeUnit.Millisecond,
            Bytes = GuestOf(memory, source).Wasm.Length,
            NotOnV8 = "V8 compiles a function when it is first called, not the module",
            Guest = GuestOf(memory, source),
            Settings = SettingsOf(threads),
            Controls =
                memory == MemoryKind.memory64
                    ? [new("memory32", (nameof(Compilation.Memory), MemoryKind.memory32))]
                    : [],
        };
}
