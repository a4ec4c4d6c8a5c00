using System.Collections.Frozen;
using Gee.External.Capstone.Arm64;

namespace Memory64.Code.Arm64;

/// <summary>Groups of instructions. Capstone knows the operands, but not reliably what is done with them.</summary>
internal static class Arm64Mnemonics
{
    /// <summary>Those that have no result but flags.</summary>
    internal static readonly FrozenSet<string> Comparisons = FrozenSet.Create(
        StringComparer.Ordinal,
        "cmp",
        "cmn",
        "tst",
        "ccmp",
        "ccmn",
        "fcmp",
        "fcmpe"
    );

    /// <summary>Those that set flags beside their result.</summary>
    internal static readonly FrozenSet<string> SetFlags = FrozenSet.Create(
        StringComparer.Ordinal,
        "adds",
        "subs",
        "ands",
        "bics",
        "negs",
        "adcs",
        "sbcs"
    );

    /// <summary>Those that read a flag without being conditional.</summary>
    internal static readonly FrozenSet<string> UseCarry = FrozenSet.Create(
        StringComparer.Ordinal,
        "adc",
        "adcs",
        "sbc",
        "sbcs",
        "ngc",
        "ngcs"
    );

    /// <summary>Those that add to their result or set a part of it.</summary>
    internal static readonly FrozenSet<string> KeepOld = FrozenSet.Create(
        StringComparer.Ordinal,
        "movk",
        "bfi",
        "bfxil",
        "ins",
        "fmla",
        "fmls",
        "mla",
        "mls",
        "umlal",
        "smlal",
        "umlal2",
        "smlal2",
        "sdot",
        "udot",
        "bsl",
        "bit",
        "bif",
        "tbx"
    );

    /// <summary>Whether an instruction of that name goes to an address that is its last operand.</summary>
    internal static bool HasTarget(string mnemonic) =>
        mnemonic is "b" or "bl" or "cbz" or "cbnz" or "tbz" or "tbnz"
        || mnemonic.StartsWith("b.", StringComparison.Ordinal);

    /// <summary>Whether an instruction's last operand is an address near it.</summary>
    internal static bool IsRelative(Arm64Instruction instruction) =>
        instruction.Mnemonic is "adr" or "adrp"
        || (
            instruction.Mnemonic.StartsWith("ldr", StringComparison.Ordinal)
            && Array.TrueForAll(
                instruction.Details.Operands,
                operand => operand.Type != Arm64OperandType.Memory
            )
        );

    /// <summary>Whether it reads memory.</summary>
    internal static bool IsLoad(string mnemonic) =>
        mnemonic.StartsWith("ld", StringComparison.Ordinal);

    /// <summary>Whether it writes memory.</summary>
    internal static bool IsStore(string mnemonic) =>
        mnemonic.StartsWith("st", StringComparison.Ordinal);

    /// <summary>Whether it reads or writes two registers at once.</summary>
    internal static bool IsPair(string mnemonic) =>
        mnemonic is "ldp" or "stp" or "ldnp" or "stnp" or "ldpsw";

    /// <summary>Whether it loads less than a register holds.</summary>
    internal static bool IsExtendingLoad(string mnemonic) =>
        IsLoad(mnemonic)
        && (
            mnemonic.EndsWith('b')
            || mnemonic.EndsWith('h')
            || mnemonic.EndsWith("sw", StringComparison.Ordinal)
        );
}
