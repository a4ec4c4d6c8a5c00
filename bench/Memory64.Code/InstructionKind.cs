namespace Memory64.Code;

/// <summary>
/// What an instruction is for, found by where its operands come from and where its results go. Accesses, calls and moves
/// from and to the stack frame are what they do; any other instruction is what all uses of its result have in common, and
/// <see cref="Other"/> where they have nothing in common or can't be told.
/// </summary>
public enum InstructionKind
{
    /// <summary>Reads the guest's memory; arithmetic with an operand there is a load, too.</summary>
    Load,

    /// <summary>Writes the guest's memory; reading and writing it at once is a store.</summary>
    Store,

    /// <summary>
    /// The bounds check: comparison with the memory's bound, the select or the branch to a trap, and what serves only these (a
    /// bound loaded in the loop, an end of the access, a zero for the select, a barrier against speculation).
    /// A memory of fixed size is checked against a constant: code of the guest itself that compares an address with a constant
    /// and traps can't be told from that.
    /// </summary>
    Check,

    /// <summary>Serves only addresses of loads and stores, or those and checks; a memory's base loaded in the loop, too.</summary>
    Address,

    /// <summary>
    /// Branches that continue or leave the loop and what serves only them. A variable that runs through the loop by fixed steps
    /// is <see cref="Address"/> if it feeds an address, else <see cref="Loop"/> if it decides about the loop's end, whatever
    /// else it serves. A comparison of data that the loop loaded is the work: <see cref="Other"/>.
    /// </summary>
    Loop,

    /// <summary>Moves a value into or out of the stack frame. Arithmetic with an operand there is what its result is for.</summary>
    Spill,

    /// <summary>Calls a function, be it the guest's, the engine's or the host's.</summary>
    Call,

    /// <summary>The work; and what can't be told.</summary>
    Other,
}
