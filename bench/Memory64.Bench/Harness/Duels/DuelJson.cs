using System.Text.Json.Serialization;

namespace Memory64.Bench.Harness.Duels;

/// <summary>Likewise for what a measured process is told; see <see cref="Measured.MeasuredJson"/>.</summary>
[JsonSerializable(typeof(IReadOnlyList<DuelOrder>))]
internal sealed partial class DuelJson : JsonSerializerContext;
