namespace Memory64.Bench.Benchmarks.WholePrograms;

/// <summary>The programs, named as their sources in <c>guest/src</c>; so they stand in case ids and tables.</summary>
public enum ProgramKind
{
    /// <summary>A balanced search tree: a node is removed, put in again and walked on from.</summary>
    tree,

    /// <summary>A hash join by a window: a row replaces the oldest one, another asks for its matches.</summary>
    join,

    /// <summary>256 pointers are sorted by what they point to.</summary>
    sort,

    /// <summary>Breadth-first search of 64 vertices through lists of neighbours.</summary>
    graph,

    /// <summary>A JSON document becomes a tree, which is walked.</summary>
    parse,

    /// <summary>A block of 4 KiB of text is compressed by LZ77 and expanded.</summary>
    compress,

    /// <summary>A look-up in a B+-tree.</summary>
    lookup,

    /// <summary>The product of two matrices; an operation multiplies and adds two floats.</summary>
    product,

    /// <summary>A 3 x 3 convolution of an image; an operation is a pixel.</summary>
    blur,

    /// <summary>The vector of 384 floats that is most like another; an operation multiplies and adds two floats.</summary>
    search,
}
