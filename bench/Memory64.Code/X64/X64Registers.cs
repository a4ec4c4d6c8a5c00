using Iced.Intel;
using Memory64.Code.Operations;

namespace Memory64.Code.X64;

/// <summary>Numbers of registers, and what a call does with them by the System V convention, which Cranelift's code follows.</summary>
internal static class X64Registers
{
    private const int FirstVector = 16;
    private const int FirstOther = 64;

    /// <summary>Where arguments may be.</summary>
    internal static readonly Location[] Arguments =
    [
        .. Of(Register.RDI, Register.RSI, Register.RDX, Register.RCX, Register.R8, Register.R9),
        .. Enumerable.Range(0, 8).Select(n => Of(Register.ZMM0 + n)!.Value),
    ];

    /// <summary>Where a result may be. Of several only the first is known.</summary>
    internal static readonly Location[] Results = [.. Of(Register.RAX, Register.ZMM0)];

    /// <summary>What a call doesn't keep.</summary>
    internal static readonly Location[] Lost =
    [
        .. Of(
            Register.RAX,
            Register.RCX,
            Register.RDX,
            Register.RSI,
            Register.RDI,
            Register.R8,
            Register.R9,
            Register.R10,
            Register.R11
        ),
        .. Enumerable.Range(0, 16).Select(n => Of(Register.ZMM0 + n)!.Value),
        Location.Flags,
    ];

    /// <summary>The location that a register or a part of it is in; null for those that hold no values (segments, the instruction pointer).</summary>
    internal static Location? Of(Register register)
    {
        var full = register.GetFullRegister();
        return full is Register.None or Register.RIP || full.IsSegmentRegister() ? null
            : full.IsGPR() ? Location.Register(full - Register.RAX)
            : full.IsZMM() ? Location.Register(FirstVector + (full - Register.ZMM0))
            : Location.Register(FirstOther + (int)full);
    }

    private static IEnumerable<Location> Of(params Register[] registers) =>
        registers.Select(register => Of(register)!.Value);
}
