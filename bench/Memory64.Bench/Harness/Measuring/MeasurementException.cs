namespace Memory64.Bench.Harness.Measuring;

/// <summary>Nothing could be measured at all; the message says why in one line.</summary>
public sealed class MeasurementException(string message) : Exception(message);
