namespace Memory64.Wasmtime;

/// <summary>An engine refused a request; the message is Wasmtime's own.</summary>
public class WasmtimeException(string message) : Exception(message);
