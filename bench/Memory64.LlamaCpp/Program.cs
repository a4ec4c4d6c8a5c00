using System.Globalization;
using System.Runtime.InteropServices;
using LLama.Common;
using LLama.Extensions;
using LLama.Native;

// llama.cpp in a process of its own, because what it doesn't like ends the process. One thread; floats of 32 bits for keys and values
// and no flash attention, as guest/src/model.c has it.
//
// Reads lines: "TOKEN POSITION" computes a token and answers with the likeliest next one; "logits" answers with the floats of the last
// token, in base 64.
const string repacked = "--repacked";
const uint context = 512;
if (args is not [var path, .. [] or [repacked]])
{
    Console.Error.WriteLine($"usage: Memory64.LlamaCpp MODEL.gguf [{repacked}]");
    return 2;
}

NativeApi.llama_empty_call();
var parameters = new ModelParams(path)
{
    ContextSize = context,
    GpuLayerCount = 0,
    Threads = 1,
    BatchThreads = 1,
    FlashAttention = false,
    TypeK = GGMLType.GGML_TYPE_F32,
    TypeV = GGMLType.GGML_TYPE_F32,
};
using var pinned = parameters.ToLlamaModelParams(out var modelParameters);

// Without extra buffers the weights stay in the file's pages as they are; with them, most are copied into another order.
modelParameters.use_extra_bufts = args.Length > 1;
parameters.ToLlamaContextParams(out var contextParameters);
using var model = SafeLlamaModelHandle.LoadFromFile(path, modelParameters);
using var llama = SafeLLamaContextHandle.Create(model, contextParameters);
Console.WriteLine("ready");
while (Console.ReadLine() is { Length: > 0 } line)
{
    if (line == "logits")
    {
        Console.WriteLine(Convert.ToBase64String(MemoryMarshal.AsBytes(llama.GetLogitsIth(0))));
        continue;
    }

    var words = line.Split(' ');
    var (token, position) = (
        int.Parse(words[0], CultureInfo.InvariantCulture),
        int.Parse(words[1], CultureInfo.InvariantCulture)
    );
    llama.MemorySequenceRemove(LLamaSeqId.Zero, position, -1);
    var batch = new LLamaBatch();
    _ = batch.Add(token, position, LLamaSeqId.Zero, logits: true);
    if (llama.Decode(batch) != DecodeResult.Ok)
    {
        Console.Error.WriteLine($"llama.cpp can't compute token {token} at position {position}");
        return 1;
    }

    var logits = llama.GetLogitsIth(0);
    var best = 0;
    for (var i = 1; i < logits.Length; i++)
    {
        best = logits[i] > logits[best] ? i : best;
    }

    Console.WriteLine(best);
}

return 0;
