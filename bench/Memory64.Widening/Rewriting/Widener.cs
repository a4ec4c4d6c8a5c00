using Memory64.Widening.Binary;
using Memory64.Widening.Types;

namespace Memory64.Widening.Rewriting;

/// <summary>
/// Makes a memory64 of each memory of a module, and leaves all else as it is: addresses in its code stay numbers of 32 bits, and are
/// extended with zeros right before each access. The module computes what it did, traps where it did, and can't grow beyond what it
/// could; so what it then costs more is the price of a 64-bit memory alone, without wider pointers.
/// </summary>
/// <remarks>
/// What it writes beside that: sizes of a memory are cut to 32 bits; a growth that would take a memory without a small maximum beyond
/// 32 bits of addresses fails by added code, because engines choose their checks by the type; offsets of data become numbers of 64
/// bits; a custom section of branch hints, which holds positions in the code, goes. Debug information is then stale. All instructions
/// of WebAssembly 3.0 are known, atomic and legacy exception instructions, and 128-bit arithmetic.
/// </remarks>
public static class Widener
{
    private const string BranchHints = "metadata.code.branch_hint";

    // Of a memory's or a table's limits.
    private const byte HasMaximum = 1,
        Is64 = 4,
        HasPageSize = 8;

    private const int UsualPageBits = 16,
        AddressBits = 32;

    private const byte ConstI32 = 0x41,
        ConstI64 = 0x42,
        End = 0x0B;

    /// <summary>Widens a module.</summary>
    /// <param name="module">In the binary format, with at least one memory of its own or imported, all of 32 bits. It is read, not validated.</param>
    /// <returns>The wide one; valid if the module was.</returns>
    /// <exception cref="WideningException">It is none, or has something that can't be widened; the message says what and where.</exception>
    public static byte[] Widen(ReadOnlySpan<byte> module)
    {
        var reader = new WasmReader(module, 0);
        var output = new WasmWriter();
        ModuleHeader.Check(ref reader);
        output.Bytes(reader.Since(0));
        var state = new State();
        while (!reader.IsAtEnd)
        {
            var start = reader.Position;
            var id = (SectionId)reader.Byte();
            var content = reader.Part(reader.Unsigned32());
            var section = new WasmWriter();
            if (!Rewrite(id, content, state, section))
            {
                output.Bytes(reader.Since(start));
            }
            else if (section.Length > 0)
            {
                output.Byte((byte)id);
                output.Unsigned((ulong)section.Length);
                output.Bytes(section.Written);
            }
        }

        return state.Memories.Count > 0
            ? output.Written.ToArray()
            : throw new WideningException("has no memory, so there is nothing to widen");
    }

    // False where a section stays as it is; true with nothing written where it goes.
    private static bool Rewrite(SectionId id, WasmReader content, State state, WasmWriter output)
    {
        switch (id)
        {
            case SectionId.Custom:
                return content.Name() == BranchHints;
            case SectionId.Type:
                state.Types = TypeReader.Section(ref content);
                return false;
            case SectionId.Import:
                Imports(ref content, state, output);
                return true;
            case SectionId.Function:
                for (var left = content.Unsigned32(); left > 0; left--)
                {
                    state.Functions.Add(ParametersOf(ref content, state));
                }

                return false;
            case SectionId.Memory:
                var count = content.Unsigned32();
                output.Unsigned(count);
                for (var left = count; left > 0; left--)
                {
                    state.Memories.Add(Memory(ref content, output));
                }

                return true;
            case SectionId.Code:
                Code(ref content, state, output);
                return true;
            case SectionId.Data:
                Data(ref content, output);
                return true;
            case <= SectionId.Tag:
                return false;
            default:
                throw content.Refuse($"has a section of an unknown kind, {(byte)id}");
        }
    }

    private static int ParametersOf(ref WasmReader reader, State state)
    {
        var type = reader.Unsigned32();
        return type < (uint)state.Types.Count && state.Types[(int)type] is { } signature
            ? signature.Parameters.Count
            : throw reader.Refuse($"has a function of type {type}, which is none of a function");
    }

    private static void Imports(ref WasmReader reader, State state, WasmWriter output)
    {
        const byte function = 0,
            table = 1,
            memory = 2,
            global = 3,
            tag = 4;
        var count = reader.Unsigned32();
        output.Unsigned(count);
        for (var left = count; left > 0; left--)
        {
            var start = reader.Position;
            _ = reader.Bytes(reader.Unsigned32());
            _ = reader.Bytes(reader.Unsigned32());
            var kind = reader.Byte();
            switch (kind)
            {
                case function:
                    _ = reader.Unsigned32();
                    break;
                case table:
                    _ = TypeReader.Value(ref reader);
                    TypeReader.SkipLimits(ref reader);
                    break;
                case memory:
                    output.Bytes(reader.Since(start));
                    state.Memories.Add(Memory(ref reader, output));
                    continue;
                case global:
                    _ = TypeReader.Value(ref reader);
                    _ = reader.Byte();
                    break;
                case tag:
                    _ = reader.Byte();
                    _ = reader.Unsigned32();
                    break;
                default:
                    throw reader.Refuse($"has an import of an unknown kind, {kind}");
            }

            output.Bytes(reader.Since(start));
        }
    }

    private static WideMemory Memory(ref WasmReader reader, WasmWriter output)
    {
        var flags = reader.Byte();
        if ((flags & Is64) != 0)
        {
            throw reader.Refuse("has a memory64 already");
        }

        var start = reader.Position;
        _ = reader.Unsigned32();
        ulong? maximum = (flags & HasMaximum) != 0 ? reader.Unsigned32() : null;
        var pageBits = (flags & HasPageSize) != 0 ? reader.Unsigned32() : UsualPageBits;
        if (pageBits > UsualPageBits)
        {
            throw reader.Refuse($"has a memory of pages of 2^{pageBits} bytes");
        }

        output.Byte((byte)(flags | Is64));
        output.Bytes(reader.Since(start));
        var most = 1UL << (AddressBits - (int)pageBits);
        return new(most, maximum <= most);
    }

    private static void Code(ref WasmReader reader, State state, WasmWriter output)
    {
        var count = reader.Unsigned32();
        if (count != state.Functions.Count)
        {
            throw reader.Refuse($"has {count} bodies for {state.Functions.Count} functions");
        }

        output.Unsigned(count);
        var functions = new FunctionWidener(state.Memories);
        foreach (var parameters in state.Functions)
        {
            functions.Widen(reader.Part(reader.Unsigned32()), parameters, output);
        }
    }

    private static void Data(ref WasmReader reader, WasmWriter output)
    {
        const uint active = 0,
            passive = 1,
            activeInMemory = 2;
        var count = reader.Unsigned32();
        output.Unsigned(count);
        for (var left = count; left > 0; left--)
        {
            var start = reader.Position;
            var mode = reader.Unsigned32();
            switch (mode)
            {
                case active:
                    break;
                case passive:
                    _ = reader.Bytes(reader.Unsigned32());
                    output.Bytes(reader.Since(start));
                    continue;
                case activeInMemory:
                    _ = reader.Unsigned32();
                    break;
                default:
                    throw reader.Refuse($"has data of an unknown mode, {mode}");
            }

            output.Bytes(reader.Since(start));
            Offset(ref reader, output);
            start = reader.Position;
            _ = reader.Bytes(reader.Unsigned32());
            output.Bytes(reader.Since(start));
        }
    }

    private static void Offset(ref WasmReader reader, WasmWriter output)
    {
        if (reader.Byte() != ConstI32)
        {
            throw reader.Refuse(
                "has data at an address that is no constant, as position-independent code has, which can't be widened"
            );
        }

        output.Byte(ConstI64);
        output.Signed((uint)reader.Signed32());
        if (reader.Byte() != End)
        {
            throw reader.Refuse("has data at an address that is computed, which can't be widened");
        }

        output.Byte(End);
    }

    private sealed class State
    {
        public List<Signature?> Types { get; set; } = [];

        public List<int> Functions { get; } = [];

        public List<WideMemory> Memories { get; } = [];
    }
}
