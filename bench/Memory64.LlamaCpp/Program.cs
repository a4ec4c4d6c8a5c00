using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using LLama;
using LLama.Common;
using LLama.Native;
using Memory64.LlamaCpp;

// llama.cpp in a process of its own, because what it doesn't like ends the process. One thread; floats of 32 bits for keys and values
// and no flash attention, as guest/src/model.c has it.
if (args is not [var path, var tokens])
{
    Console.Error.WriteLine("usage: Memory64.LlamaCpp MODEL.gguf TOKEN[,TOKEN...]");
    return 2;
}

NativeApi.llama_empty_call();
var parameters = new ModelParams(path)
{
    ContextSize = 512,
    GpuLayerCount = 0,
    Threads = 1,
    BatchThreads = 1,
    FlashAttention = false,
    TypeK = GGMLType.GGML_TYPE_F32,
    TypeV = GGMLType.GGML_TYPE_F32,
};
using var weights = await LLamaWeights.LoadFromFileAsync(parameters);
using var context = weights.CreateContext(parameters);
var results = new List<TokenResult>();
foreach (var (position, token) in tokens.Split(',').Index())
{
    var batch = new LLamaBatch();
    _ = batch.Add(
        int.Parse(token, CultureInfo.InvariantCulture),
        position,
        LLamaSeqId.Zero,
        logits: true
    );
    var start = Stopwatch.GetTimestamp();
    if (context.NativeHandle.Decode(batch) != DecodeResult.Ok)
    {
        Console.Error.WriteLine($"llama.cpp can't decode token {position}");
        return 1;
    }

    var logits = context.NativeHandle.GetLogitsIth(0).ToArray();
    results.Add(new(Stopwatch.GetElapsedTime(start).TotalNanoseconds, logits));
}

Console.WriteLine(JsonSerializer.Serialize(results));
return 0;
