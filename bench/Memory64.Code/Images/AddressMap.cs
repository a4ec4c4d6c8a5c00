using System.Buffers.Binary;

namespace Memory64.Code.Images;

/// <summary>Where in the module's bytes an instruction of the machine code comes from.</summary>
/// <remarks>
/// The section has two layouts, all fixed numbers of 32 bits with the lowest byte first. Up to Wasmtime 44: a count, so many offsets in the
/// code in ascending order, then as many positions in the module, where a position of 2^32 - 1 is none. At 48 and 50, as read from what
/// they write: a count, a number of blocks, for each block the offset in the code with which it begins and where its bytes stand behind
/// these pairs; a block has 128 entries but the last, each an unsigned LEB128 whose lowest bit says that there is no position and whose
/// others are how much further in the code it is than the one before, and where there is one a signed LEB128 of how much further in the
/// module it is; both begin anew with each block, the position at 0.
/// </remarks>
internal sealed class AddressMap
{
    private const int Word = sizeof(uint);

    private readonly List<uint> _offsets = [];
    private readonly List<int?> _positions = [];

    /// <summary>Reads the section.</summary>
    /// <param name="section">Empty where the engine wrote none.</param>
    /// <exception cref="InvalidDataException">It is shorter than it says.</exception>
    public AddressMap(ReadOnlySpan<byte> section)
    {
        if (section.IsEmpty)
        {
            return;
        }

        var count = Number(section, 0);
        if (section.Length == Word * (1 + (2L * count)))
        {
            for (var i = 0; i < count; i++)
            {
                var position = Number(section, 1 + (int)count + i);
                Add(Number(section, 1 + i), position == uint.MaxValue ? null : (int)position);
            }

            return;
        }

        ReadBlocks(section, (int)Number(section, 1));
        if (_offsets.Count != count)
        {
            throw new InvalidDataException(
                $"its map of addresses has {_offsets.Count} entries in place of {count}"
            );
        }
    }

    /// <summary>Which byte of the module became the instruction at an offset of the code; <see langword="null"/> where none did.</summary>
    public int? PositionOf(ulong offset)
    {
        var found = _offsets.BinarySearch((uint)offset);
        var index = found >= 0 ? found : ~found - 1;
        return index >= 0 ? _positions[index] : null;
    }

    private void ReadBlocks(ReadOnlySpan<byte> section, int blocks)
    {
        var start = Word * (2 + (2L * blocks));
        if (start > section.Length)
        {
            throw new InvalidDataException("its map of addresses is cut short");
        }

        var entries = section[(int)start..];
        for (var block = 0; block < blocks; block++)
        {
            var from = Number(section, 2 + (2 * block) + 1);
            var to =
                block + 1 < blocks ? Number(section, 2 + (2 * block) + 3) : (uint)entries.Length;
            if (from > to || to > entries.Length)
            {
                throw new InvalidDataException("its map of addresses has a block beyond its end");
            }

            ReadBlock(
                new WasmReader(entries[(int)from..(int)to]),
                Number(section, 2 + (2 * block))
            );
        }
    }

    private void ReadBlock(WasmReader block, uint offset)
    {
        var position = 0;
        while (!block.IsEmpty)
        {
            var step = block.Number();
            offset += step >> 1;
            if ((step & 1) != 0)
            {
                Add(offset, null);
                continue;
            }

            position += block.SignedNumber();
            Add(offset, position);
        }
    }

    private void Add(uint offset, int? position)
    {
        _offsets.Add(offset);
        _positions.Add(position);
    }

    private static uint Number(ReadOnlySpan<byte> section, int index) =>
        section.Length >= Word * (index + 1L)
            ? BinaryPrimitives.ReadUInt32LittleEndian(section[(Word * index)..])
            : throw new InvalidDataException("its map of addresses is cut short");
}
