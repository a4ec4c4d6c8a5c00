namespace Memory64.Widening.Counting;

/// <summary>A loop of a module, at positions in the module's bytes.</summary>
/// <param name="Function">The number of its function, imported ones counted first.</param>
/// <param name="Start">Where its instruction stands.</param>
/// <param name="End">Where the instruction after its end stands.</param>
/// <param name="Instructions">How many instructions stand in it, those of loops inside it not counted; 1 or more.</param>
public sealed record CountedLoop(int Function, int Start, int End, int Instructions)
{
    /// <summary>Whether another loop lies in it.</summary>
    public bool Contains(CountedLoop other) =>
        other != this && other.Start > Start && other.End <= End;
}
