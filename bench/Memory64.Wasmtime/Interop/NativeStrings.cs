using System.Runtime.InteropServices;

namespace Memory64.Wasmtime.Interop;

/// <summary>Texts as C wants them, <c>char*[]</c>, in one block that is freed when disposed.</summary>
internal sealed unsafe class NativeStrings : IDisposable
{
    /// <summary>Copies the texts.</summary>
    /// <exception cref="ArgumentException">One holds a zero character, where C would end it.</exception>
    public NativeStrings(IEnumerable<string> texts)
    {
        byte[][] utf8 = [.. texts.Select(Utf8.Terminated)];
        var pointers = utf8.Length * sizeof(byte*);
        Count = (nuint)utf8.Length;

        // Never an empty block: an engine makes a slice of the pointer, which must not be null.
        Pointers = (byte**)
            NativeMemory.Alloc((nuint)(pointers + utf8.Sum(text => text.Length) + 1));
        var next = (byte*)Pointers + pointers;
        for (var i = 0; i < utf8.Length; i++)
        {
            Pointers[i] = next;
            utf8[i].CopyTo(new Span<byte>(next, utf8[i].Length));
            next += utf8[i].Length;
        }
    }

    /// <summary>How many they are.</summary>
    public nuint Count { get; }

    /// <summary>One pointer for each, valid until disposed.</summary>
    public byte** Pointers { get; }

    /// <inheritdoc/>
    public void Dispose() => NativeMemory.Free(Pointers);
}
