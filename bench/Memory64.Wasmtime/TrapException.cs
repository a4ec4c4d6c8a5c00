namespace Memory64.Wasmtime;

/// <summary>A guest trapped; the message is Wasmtime's own, backtrace included.</summary>
public sealed class TrapException(string message, TrapCode code) : WasmtimeException(message)
{
    /// <summary>Why it trapped.</summary>
    public TrapCode Code { get; } = code;
}
