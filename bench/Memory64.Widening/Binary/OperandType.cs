namespace Memory64.Widening.Binary;

/// <summary>What lies above an address is of one of these types.</summary>
internal enum OperandType : byte
{
    V128 = 0x7B,
    F64 = 0x7C,
    F32 = 0x7D,
    I64 = 0x7E,
    I32 = 0x7F,
}
