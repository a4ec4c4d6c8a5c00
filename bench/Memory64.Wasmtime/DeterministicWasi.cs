using System.Buffers.Binary;

namespace Memory64.Wasmtime;

/// <summary>
/// The two functions of WASI preview 1 that make a program's run differ from its last, redefined so that it doesn't:
/// <c>random_get</c> gives one sequence, and <c>clock_time_get</c> a clock that each look at it moves on. Waiting
/// (<c>poll_oneoff</c>) and the times of files stay the machine's.
/// </summary>
/// <remarks>One serves one guest at a time: <see cref="Reset"/> before the next.</remarks>
public sealed class DeterministicWasi
{
    /// <summary>Nanoseconds by which each look moves the clock on: loops that wait for a time to pass end.</summary>
    public const ulong ClockStep = 1_000_000;

    private const string ModuleName = "wasi_snapshot_preview1";

    // Nanoseconds since 1970 of 2000-01-01.
    private const ulong ClockStart = 946_684_800_000_000_000;
    private const int ChunkBytes = 1 << 20;

    // WASI preview 1, "errno" and "clockid": a clock of processor time is refused as Wasmtime does.
    private const int Success = 0;
    private const int BadDescriptor = 8;
    private const int Fault = 21;
    private const int Monotonic = 1;

    private ulong _random;
    private ulong _clock = ClockStart;

    /// <summary>Redefines both in a linker, over WASI's own where it has them; the linker shadows no more than it did.</summary>
    /// <exception cref="WasmtimeException">The engine refuses a name.</exception>
    public void Define(Linker linker)
    {
        var allowed = linker.AllowShadowing;
        linker.AllowShadowing = true;
        linker.Define(
            ModuleName,
            "random_get",
            new([ValueKind.I32, ValueKind.I32], [ValueKind.I32]),
            (caller, arguments, results) =>
                results[0] = Value.FromInt32(
                    GetRandom(caller, (uint)arguments[0].ToInt32(), (uint)arguments[1].ToInt32())
                )
        );
        linker.Define(
            ModuleName,
            "clock_time_get",
            new([ValueKind.I32, ValueKind.I64, ValueKind.I32], [ValueKind.I32]),
            (caller, arguments, results) =>
                results[0] = Value.FromInt32(
                    GetTime(caller, (uint)arguments[0].ToInt32(), (uint)arguments[2].ToInt32())
                )
        );
        linker.AllowShadowing = allowed;
    }

    /// <summary>Starts the sequence and the clock anew.</summary>
    public void Reset()
    {
        _random = 0;
        _clock = ClockStart;
    }

    private int GetRandom(Caller caller, uint address, uint bytes)
    {
        if ((ulong)address + bytes > caller.MemoryBytes)
        {
            return Fault;
        }

        for (ulong done = 0; done < bytes; done += ChunkBytes)
        {
            Fill(caller.Memory(address + done, (int)Math.Min(ChunkBytes, bytes - done)));
        }

        return Success;
    }

    private int GetTime(Caller caller, uint clock, uint address)
    {
        if (clock > Monotonic)
        {
            return BadDescriptor;
        }

        if ((ulong)address + sizeof(ulong) > caller.MemoryBytes)
        {
            return Fault;
        }

        _clock += ClockStep;
        BinaryPrimitives.WriteUInt64LittleEndian(caller.Memory(address, sizeof(ulong)), _clock);
        return Success;
    }

    private void Fill(Span<byte> target)
    {
        Span<byte> word = stackalloc byte[sizeof(ulong)];
        for (var done = 0; done < target.Length; done += sizeof(ulong))
        {
            BinaryPrimitives.WriteUInt64LittleEndian(word, NextRandom());
            var rest = Math.Min(sizeof(ulong), target.Length - done);
            word[..rest].CopyTo(target[done..]);
        }
    }

    // SplitMix64 (G. Steele, D. Lea and C. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014).
    private ulong NextRandom()
    {
        _random += 0x9E37_79B9_7F4A_7C15;
        var mixed = (_random ^ (_random >> 30)) * 0xBF58_476D_1CE4_E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D0_49BB_1331_11EB;
        return mixed ^ (mixed >> 31);
    }
}
