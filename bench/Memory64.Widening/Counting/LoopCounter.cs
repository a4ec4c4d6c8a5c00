using System.Text;
using Memory64.Widening.Binary;
using Memory64.Widening.Outlines;
using Memory64.Widening.Rewriting;

namespace Memory64.Widening.Counting;

/// <summary>
/// Makes a module count how often each of its loops begins another iteration, so that nobody needs a profiler of the system: a global a
/// loop, and an exported function a global that tells it.
/// </summary>
public static class LoopCounter
{
    private const byte LoopCode = 0x03,
        IfCode = 0x04,
        BlockCode = 0x02,
        TryCode = 0x06,
        TryTableCode = 0x1F,
        DelegateCode = 0x18,
        EndCode = 0x0B,
        GlobalGet = 0x23,
        GlobalSet = 0x24,
        ConstI64 = 0x42,
        AddI64 = 0x7C,
        FunctionType = 0x60,
        Mutable = 1;

    // The order in which sections stand; custom ones may stand anywhere, and are left out.
    private static readonly SectionId[] Order =
    [
        SectionId.Type,
        SectionId.Import,
        SectionId.Function,
        SectionId.Table,
        SectionId.Memory,
        SectionId.Tag,
        SectionId.Global,
        SectionId.Export,
        SectionId.Start,
        SectionId.Element,
        SectionId.DataCount,
        SectionId.Code,
        SectionId.Data,
    ];

    /// <summary>The name of the export that tells how often a loop began an iteration: a function of no parameters that returns an i64.</summary>
    /// <param name="loop">Its place in <see cref="LoopsOf"/>.</param>
    public static string ExportOf(int loop) => $"memory64-bench loop {loop}";

    /// <summary>The loops of a module, in the order of their code; those of a widened module are the same in the same order.</summary>
    /// <param name="module">In the binary format. It is read, not validated.</param>
    /// <exception cref="WideningException">It is none.</exception>
    public static IReadOnlyList<CountedLoop> LoopsOf(ReadOnlySpan<byte> module)
    {
        var reader = new WasmReader(module, 0);
        ModuleHeader.Check(ref reader);
        var function = CountOf(ModuleOutline.Read(module), ExternalKind.Function);
        List<CountedLoop> loops = [];
        while (!reader.IsAtEnd)
        {
            var id = (SectionId)reader.Byte();
            var content = reader.Part(reader.Unsigned32());
            if (id != SectionId.Code)
            {
                continue;
            }

            for (var left = content.Unsigned32(); left > 0; left--)
            {
                AddLoops(content.Part(content.Unsigned32()), function++, loops);
            }
        }

        return [.. loops.OrderBy(loop => loop.Start)];
    }

    /// <summary>The module that counts. It computes what it did, a little slower, and has lost its custom sections.</summary>
    /// <param name="module">In the binary format. It is read, not validated.</param>
    /// <exception cref="WideningException">It is none.</exception>
    public static byte[] Instrument(ReadOnlySpan<byte> module)
    {
        var loops = LoopsOf(module).Count;
        var reader = new WasmReader(module, 0);
        ModuleHeader.Check(ref reader);
        var output = new WasmWriter();
        output.Bytes(reader.Since(0));
        Dictionary<SectionId, byte[]> sections = [];
        while (!reader.IsAtEnd)
        {
            var id = (SectionId)reader.Byte();
            var content = reader.Bytes(reader.Unsigned32());
            if (id != SectionId.Custom)
            {
                sections[id] = content.ToArray();
            }
        }

        var outline = ModuleOutline.Read(module);
        var types = TypesIn(sections.GetValueOrDefault(SectionId.Type));
        var firstGlobal =
            CountOf(outline, ExternalKind.Global)
            + CountOf(sections.GetValueOrDefault(SectionId.Global));
        var firstFunction =
            CountOf(outline, ExternalKind.Function)
            + CountOf(sections.GetValueOrDefault(SectionId.Function));
        sections[SectionId.Type] = Extended(
            sections.GetValueOrDefault(SectionId.Type),
            1,
            (writer, _) => writer.Bytes([FunctionType, 0, 1, (byte)OperandType.I64])
        );
        sections[SectionId.Function] = Extended(
            sections.GetValueOrDefault(SectionId.Function),
            loops,
            (writer, _) => writer.Unsigned((ulong)types)
        );
        sections[SectionId.Global] = Extended(
            sections.GetValueOrDefault(SectionId.Global),
            loops,
            (writer, _) => writer.Bytes([(byte)OperandType.I64, Mutable, ConstI64, 0, EndCode])
        );
        sections[SectionId.Export] = Extended(
            sections.GetValueOrDefault(SectionId.Export),
            loops,
            (writer, loop) =>
            {
                var name = Encoding.UTF8.GetBytes(ExportOf(loop));
                writer.Unsigned((ulong)name.Length);
                writer.Bytes(name);
                writer.Byte((byte)ExternalKind.Function);
                writer.Unsigned((ulong)(firstFunction + loop));
            }
        );
        sections[SectionId.Code] = Extended(
            Counting(sections.GetValueOrDefault(SectionId.Code), firstGlobal),
            loops,
            (writer, loop) =>
            {
                var body = new WasmWriter();
                body.Bytes([0, GlobalGet]);
                body.Unsigned((ulong)(firstGlobal + loop));
                body.Byte(EndCode);
                writer.Unsigned((ulong)body.Length);
                writer.Bytes(body.Written);
            }
        );
        foreach (var id in Order)
        {
            if (sections.TryGetValue(id, out var content))
            {
                output.Byte((byte)id);
                output.Unsigned((ulong)content.Length);
                output.Bytes(content);
            }
        }

        return output.Written.ToArray();
    }

    private static int CountOf(ModuleOutline outline, ExternalKind imported) =>
        outline.Imports.Count(item => item.Kind == imported);

    private static int TypesIn(byte[]? section)
    {
        var reader = new WasmReader(section, 0);
        return section is null ? 0 : TypeReader.Section(ref reader).Count;
    }

    private static int CountOf(byte[]? section) =>
        section is null ? 0 : (int)new WasmReader(section, 0).Unsigned32();

    // A vector with more items behind its own.
    private static byte[] Extended(byte[]? section, int added, Action<WasmWriter, int> write)
    {
        var reader = new WasmReader(section, 0);
        var count = section is null ? 0 : reader.Unsigned32();
        var output = new WasmWriter();
        output.Unsigned(count + (ulong)added);
        output.Bytes(section.AsSpan(reader.Position));
        for (var i = 0; i < added; i++)
        {
            write(output, i);
        }

        return output.Written.ToArray();
    }

    private static byte[]? Counting(byte[]? code, int firstGlobal)
    {
        if (code is null)
        {
            return null;
        }

        var reader = new WasmReader(code, 0);
        var count = reader.Unsigned32();
        var output = new WasmWriter();
        output.Unsigned(count);
        var global = firstGlobal;
        for (var left = count; left > 0; left--)
        {
            var body = Counting(reader.Part(reader.Unsigned32()), ref global);
            output.Unsigned((ulong)body.Length);
            output.Bytes(body.Written);
        }

        return output.Written.ToArray();
    }

    private static WasmWriter Counting(WasmReader body, ref int global)
    {
        var output = new WasmWriter();
        SkipLocals(ref body);
        var copied = 0;
        while (!body.IsAtEnd)
        {
            var opcode = body.Byte();
            Instructions.Skip(ref body, opcode);
            if (opcode != LoopCode)
            {
                continue;
            }

            output.Bytes(body.Between(copied, body.Position));
            copied = body.Position;
            output.Byte(GlobalGet);
            output.Unsigned((ulong)global);
            output.Bytes([ConstI64, 1, AddI64, GlobalSet]);
            output.Unsigned((ulong)global++);
        }

        output.Bytes(body.Between(copied, body.Position));
        return output;
    }

    private static void AddLoops(WasmReader body, int function, List<CountedLoop> loops)
    {
        SkipLocals(ref body);
        // Of each structured instruction that is open: where it begins if it is a loop, else -1, and what stands in it so far.
        Stack<(int Start, int Instructions)> open = new([(-1, 0)]);
        while (!body.IsAtEnd)
        {
            var start = body.Offset;
            var opcode = body.Byte();
            Instructions.Skip(ref body, opcode);
            switch (opcode)
            {
                case LoopCode:
                    open.Push((start, 0));
                    break;
                case BlockCode or IfCode or TryCode or TryTableCode:
                    open.Push((-1, 1));
                    break;
                case EndCode or DelegateCode:
                    var (begun, inside) = open.Pop();
                    if (begun >= 0)
                    {
                        loops.Add(new(function, begun, body.Offset, inside + 1));
                    }
                    else if (open.TryPop(out var outer))
                    {
                        // What stands in a block stands in the loop around it.
                        open.Push((outer.Start, outer.Instructions + inside + 1));
                    }

                    break;
                default:
                    var (around, count) = open.Pop();
                    open.Push((around, count + 1));
                    break;
            }
        }
    }

    private static void SkipLocals(ref WasmReader body)
    {
        for (var left = body.Unsigned32(); left > 0; left--)
        {
            _ = body.Unsigned32();
            _ = TypeReader.Value(ref body);
        }
    }
}
