namespace Memory64.Wasmtime;

/// <summary>Why a guest trapped: <c>wasmtime_trap_code_t</c>, the values that mean the same from 24 to 50.</summary>
public enum TrapCode
{
    /// <summary>The trap carries no code (a host's own trap).</summary>
    None = -1,

    /// <summary>The stack space was exhausted.</summary>
    StackOverflow = 0,

    /// <summary>An address, its offset included, lies outside the memory.</summary>
    MemoryOutOfBounds = 1,

    /// <summary>An atomic access to an address that is not aligned.</summary>
    HeapMisaligned = 2,

    /// <summary>An index lies outside a table.</summary>
    TableOutOfBounds = 3,

    /// <summary>An indirect call of a null entry.</summary>
    IndirectCallToNull = 4,

    /// <summary>An indirect call of a function with another signature.</summary>
    BadSignature = 5,

    /// <summary>An integer operation overflowed.</summary>
    IntegerOverflow = 6,

    /// <summary>An integer was divided by zero.</summary>
    IntegerDivisionByZero = 7,

    /// <summary>A number that no integer holds was converted to one.</summary>
    BadConversionToInteger = 8,

    /// <summary>An <c>unreachable</c> instruction was reached.</summary>
    UnreachableCodeReached = 9,

    /// <summary>The host interrupted the guest.</summary>
    Interrupt = 10,
}
