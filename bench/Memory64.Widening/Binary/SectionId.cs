namespace Memory64.Widening.Binary;

/// <summary>What a section of a module holds.</summary>
internal enum SectionId : byte
{
    Custom,
    Type,
    Import,
    Function,
    Table,
    Memory,
    Global,
    Export,
    Start,
    Element,
    Code,
    Data,
    DataCount,
    Tag,
}
