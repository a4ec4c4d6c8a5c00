namespace Memory64.Wasmtime;

/// <summary>A guest ended itself by WASI's <c>proc_exit</c>; that is no failure of the engine, whatever the status is.</summary>
public sealed class ExitException(int status)
    : WasmtimeException($"the guest ended with exit status {status}")
{
    /// <summary>The status that it gave; 0 is success.</summary>
    public int Status { get; } = status;
}
