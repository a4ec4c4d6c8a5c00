using System.Text.Json.Serialization;

namespace Memory64.Bench.Harness.Rounds;

/// <summary>
/// Serializers that the compiler wrote: a measured process lives for half a second, and the runtime's own would take a tenth of one
/// to get ready.
/// </summary>
[JsonSerializable(typeof(RoundOrder))]
[JsonSerializable(typeof(CaseReport))]
internal sealed partial class RoundJson : JsonSerializerContext;
