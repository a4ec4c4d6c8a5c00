namespace Memory64.Bench.Harness;

/// <summary>Nothing could be measured, or no more; the message says why in one line.</summary>
public sealed class MeasurementException(string message, Exception? inner = null)
    : Exception(message, inner);
