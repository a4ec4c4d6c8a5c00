namespace Memory64.Code;

/// <summary>The machine code that an engine made of a WebAssembly module, whosever engine it is.</summary>
public interface ICompiledCode
{
    /// <summary>The function that is exported as <paramref name="export"/>.</summary>
    /// <exception cref="CodeException">There is none.</exception>
    CompiledFunction Function(string export);
}
