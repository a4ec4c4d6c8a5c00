using System.Text.Json.Serialization;

namespace Memory64.Bench.Benchmarks.Modules;

/// <summary>How requests are written for measured processes.</summary>
[JsonSerializable(typeof(ModuleRequest))]
internal sealed partial class ModuleJson : JsonSerializerContext;
