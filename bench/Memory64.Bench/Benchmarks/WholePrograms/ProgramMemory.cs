namespace Memory64.Bench.Benchmarks.WholePrograms;

/// <summary>What a program is compiled for, in the order in which each is compared with those after it.</summary>
public enum ProgramMemory
{
    /// <summary>A 64-bit memory: pointers and sizes of 8 bytes, and a check of each access.</summary>
    memory64,

    /// <summary>The program for memory32 in a 64-bit memory: narrow pointers, and the checks.</summary>
    widened,

    /// <summary>A 32-bit memory: pointers and sizes of 4 bytes.</summary>
    memory32,

    /// <summary>The same program in C#, with pointers of 8 bytes and no checks.</summary>
    native,
}
