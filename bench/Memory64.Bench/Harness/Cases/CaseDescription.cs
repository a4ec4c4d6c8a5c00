using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Requirements;
using Memory64.Engines.Identity;
using Memory64.Results.RunFiles.Records;
using Memory64.Results.Units;

namespace Memory64.Bench.Harness.Cases;

/// <summary>What a benchmark class says of one of its cases before anything is measured.</summary>
public sealed record CaseDescription
{
    // A hundredth of a second to write, and nothing that a host of virtual machines would want back; and the largest array of a stream.
    private static readonly ByteSize MostTouchedAnew = ByteSize.MiB(64),
        MostWrittenBefore = ByteSize.MiB(512);

    /// <summary>The measured method.</summary>
    public required string Method { get; init; }

    /// <summary>The parameters that apply, with their values, in any order; the others hold none or 0.</summary>
    public required IReadOnlyList<(string Parameter, object Value)> Values { get; init; }

    /// <summary>The smallest profile that measures it; every larger one does too.</summary>
    public required Profile Profile { get; init; }

    /// <summary>How a round samples it.</summary>
    public required Sampling Sampling { get; init; }

    /// <summary>In which unit its table shows it.</summary>
    public required TimeUnit Unit { get; init; }

    /// <summary>Accesses (or calls) that one invocation of the method makes; the record is per operation. 1 or more.</summary>
    public long Operations { get; init; } = 1;

    /// <summary>
    /// How often its setup calls the method, or does what takes as long, and its check as often; 0 where they take no such time.
    /// </summary>
    public int SetupCalls { get; init; }

    /// <summary>How often the setup of a side of a duel does, part of a call included; its check takes less.</summary>
    public double SetupCallsOfSide
    {
        get => field < 0 ? SetupCalls : field;
        init;
    } = -1;

    /// <summary>
    /// How many rounds have a level at most; the others are of duels alone. A level that takes minutes says what it can in few.
    /// </summary>
    public int LevelRounds { get; init; } = int.MaxValue;

    /// <summary>Bytes that one operation moves or makes usable, for GB/s and ns/page; 0 where that says nothing.</summary>
    public long Bytes { get; init; }

    /// <summary>The guest, or <see langword="null"/> for a native control.</summary>
    public Guest? Guest { get; init; }

    /// <summary>What it sets on its engine.</summary>
    public EngineConfiguration Settings { get; init; } = EngineConfiguration.Default;

    /// <summary>The loop that it times; <see langword="null"/> where its work is not one loop of a guest or of C#.</summary>
    public TimedLoop? Loop { get; init; }

    /// <summary>
    /// Whether code of this program is timed; not where the work is one loop, of a guest or of C# that the runtime compiles fully at once.
    /// </summary>
    public bool TimesHostCode => Loop is null;

    /// <summary>Most bytes that it keeps resident at one time, beyond the process itself.</summary>
    public ulong ResidentBytes { get; init; }

    /// <summary>Whose engine alone has such a case: with any other it isn't even skipped. <see langword="null"/> where any may have it.</summary>
    public EngineKind? OnlyOn { get; init; }

    /// <summary>Bytes that V8 keeps besides, because its process has a copy of what is mapped here.</summary>
    public ulong CopiedOnV8 { get; init; }

    /// <summary>Most bytes that it keeps resident on an engine.</summary>
    public ulong ResidentBytesOn(EngineKind kind) =>
        ResidentBytes + (kind == EngineKind.V8 ? CopiedOnV8 : 0);

    /// <summary>
    /// Most bytes that it makes accessible at one time, whether it touches them or not: what a system charges that counts
    /// memory before it is touched. By default the larger of what it keeps resident and of what its guest begins with.
    /// </summary>
    public ulong AccessibleBytes
    {
        get => field > 0 ? field : Math.Max(ResidentBytes, Guest?.InitialBytes ?? 0);
        init;
    }

    /// <summary>
    /// Bytes that it keeps for all its calls as the other side of a duel, although each call is sampled once; 0 where each has a memory
    /// of its own, which is gone before the other side's call.
    /// </summary>
    public ulong KeptBytes { get; init; }

    /// <summary>Whether what it measures must be the first of its kind in its process.</summary>
    public bool IsFirst { get; init; }

    /// <summary>
    /// Whether a process may measure it beside others: nothing that it does is done for the first time, and it leaves little behind, or
    /// memory that the next one writes to before it is timed.
    /// </summary>
    public bool SharesProcess =>
        !IsFirst
        && SetupCalls == 0
        && SharedFile is null
        && Settings.Allocator != Allocator.Pooling
        && ResidentBytes
            <= (Sampling.IterationTime is null ? MostTouchedAnew : MostWrittenBefore).Bytes;

    /// <summary>What readers must know of its row on this machine; <see langword="null"/> where nothing.</summary>
    public string? Remark { get; init; }

    /// <summary>The file that its rounds read; <see langword="null"/> where they read none.</summary>
    public SharedFile? SharedFile { get; init; }

    /// <summary>The user's file that its rounds read; <see langword="null"/> where all that they read is the suite's own.</summary>
    public RunInput? Input { get; init; }

    /// <summary>What it needs besides what follows from the rest of this, in the order in which it is asked for.</summary>
    public IReadOnlyList<IRequirement> Needs { get; init; } = [];

    /// <summary>Why V8 can't be asked for it, in words; <see langword="null"/> where it can.</summary>
    public string? NotOnV8 { get; init; } = "it asks what only Wasmtime has";

    /// <summary>See <see cref="IRequirement.NoSecondEngine"/>.</summary>
    public string? NoSecondEngine =>
        Needs.Select(need => need.NoSecondEngine).FirstOrDefault(reason => reason is not null);

    /// <summary>All that it needs; the first that is missing is why it is skipped.</summary>
    public IEnumerable<IRequirement> Requirements
    {
        get
        {
            yield return new GuestsEngine(Guest is null ? null : NotOnV8);
            foreach (var need in Needs)
            {
                yield return need;
            }

            if (Settings.AsksForHugePages)
            {
                yield return new HugePagesByAdvice();
            }

            yield return new ResidentMemory(ResidentBytes, CopiedOnV8);
            yield return new AccessibleMemory(AccessibleBytes);

            // Last, because an engine is asked in a process of its own.
            yield return new EngineSettings(Settings);
            yield return new AddressRoom(Settings, Guest, AccessibleBytes);
        }
    }

    /// <summary>Why it can't be measured there, or <see langword="null"/>.</summary>
    public string? ReasonToSkip(Surroundings here) =>
        Requirements
            .Select(requirement => requirement.Missing(here))
            .FirstOrDefault(r => r is not null);

    /// <summary>What its row is compared with.</summary>
    public IReadOnlyList<Control> Controls { get; init; } = [];
}
