using Memory64.Code.Flow;
using Memory64.Code.Operations;
using Memory64.Code.Values;

namespace Memory64.Code.Uses;

/// <summary>What instructions take values from and put them into: registers, flags and slots of the stack frame.</summary>
/// <param name="graph">The function.</param>
/// <param name="values">What is known of its values.</param>
/// <param name="stackPointer">The register that points to the frame; no value goes through it.</param>
internal sealed class OperationLocations(
    FlowGraph graph,
    Interpretation values,
    Location stackPointer
)
{
    /// <summary>Where an instruction puts values.</summary>
    internal IEnumerable<Location> WrittenBy(int index)
    {
        var operation = graph.Operations[index];
        var written = operation.Writes.Where(location => location != stackPointer);
        return operation.WritesMemory && values.PlaceOf(index) == Place.Stack
            ? written.Append(Slot(index))
            : written;
    }

    /// <summary>Where an instruction takes values from, and whether they are parts of the address of an access.</summary>
    internal IEnumerable<(Location Location, bool IsAddress)> TakenBy(int index)
    {
        var operation = graph.Operations[index];
        var parts = values.PlaceOf(index) == Place.Stack ? [] : PartsOf(operation.Memory);
        IEnumerable<Location> slots =
            operation.ReadsMemory && values.PlaceOf(index) == Place.Stack ? [Slot(index)] : [];
        var isAccess = operation.Memory is { Access: not MemoryAccess.None };
        return operation
            .Reads.Concat(slots)
            .Select(location => (location, false))
            .Concat(parts.Select(part => (part, isAccess)))
            .Where(taken => taken.Item1 != stackPointer);
    }

    private static IEnumerable<Location> PartsOf(MemoryOperand? memory) =>
        new[] { memory?.Base, memory?.Index }.OfType<Location>();

    private Location Slot(int index) => Location.Slot(values.AddressOf(index).Number);
}
