namespace Memory64.Code.Operations;

/// <summary>What must be known of an architecture.</summary>
internal interface IDecoder
{
    /// <summary>The register of the first argument: of compiled wasm, the instance's context.</summary>
    Location FirstArgument { get; }

    /// <summary>The stack pointer.</summary>
    Location StackPointer { get; }

    /// <summary>The instruction at <paramref name="address"/>, or null where there is none.</summary>
    Operation? Decode(ulong address);
}
