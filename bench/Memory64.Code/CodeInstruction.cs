namespace Memory64.Code;

/// <summary>An instruction of a loop.</summary>
/// <param name="Address">Its offset in the code of the module, or its address in the process.</param>
/// <param name="Bytes">Bytes of its encoding.</param>
/// <param name="Text">
/// The disassembly, Intel syntax on x64. It is comparable between engines: targets are <c>loop+0x12</c> (bytes from the loop's
/// first instruction), <c>exit</c>, <c>trap</c> or the name of a function; distances to constants are left out.
/// </param>
/// <param name="Kind">What it is for.</param>
public sealed record CodeInstruction(ulong Address, int Bytes, string Text, InstructionKind Kind);
