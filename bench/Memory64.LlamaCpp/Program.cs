using System.Globalization;
using System.Runtime.InteropServices;
using LLama.Common;
using LLama.Exceptions;
using LLama.Extensions;
using LLama.Native;

// llama.cpp in a process of its own, because what it doesn't like ends the process. One thread; floats of 32 bits for keys and values
// and no flash attention, as guest/src/model.c has it. The file is mapped, as llama.cpp itself does where nobody says otherwise.
//
// Reads lines: "TOKEN POSITION" computes a token and answers with the likeliest next one; "logits" answers with the floats of the last
// token, in base 64. What it can't do it says on standard error, in llama.cpp's own words and nothing else.
const string repacked = "--repacked";
if (
    args is not [var path, var positions, .. [] or [repacked]]
    || !uint.TryParse(positions, CultureInfo.InvariantCulture, out var context)
)
{
    Console.Error.WriteLine($"usage: Memory64.LlamaCpp MODEL.gguf POSITIONS [{repacked}]");
    return 2;
}

// Must be the first call: it chooses the library.
NativeApi.llama_empty_call();
NativeLogConfig.llama_log_set(
    (level, message) =>
    {
        if (level == LLamaLogLevel.Error)
        {
            Console.Error.Write(message);
        }
    }
);

// LLamaSharp's load mode would be None: a copy of all weights. Tokens come one at a time, so there is no room for batches: of 512 it
// would be 250 MiB with a vocabulary of 128,000.
var parameters = new ModelParams(path)
{
    ContextSize = context,
    GpuLayerCount = 0,
    LoadMode = LLamaLoadMode.MemoryMap,
    BatchSize = 1,
    UBatchSize = 1,
    Threads = 1,
    BatchThreads = 1,
    FlashAttention = false,
    TypeK = GGMLType.GGML_TYPE_F32,
    TypeV = GGMLType.GGML_TYPE_F32,
};
using var pinned = parameters.ToLlamaModelParams(out var modelParameters);

// Without extra buffers the weights stay in the file's pages as they are; with them, most are copied into another order.
modelParameters.use_extra_bufts = args.Length > 2;
parameters.ToLlamaContextParams(out var contextParameters);
SafeLlamaModelHandle model;
SafeLLamaContextHandle llama;
try
{
    model = SafeLlamaModelHandle.LoadFromFile(path, modelParameters);
    llama = SafeLLamaContextHandle.Create(model, contextParameters);
}
catch (Exception exception)
    when (exception is RuntimeError or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}

using var disposedLast = model;
using var disposedFirst = llama;
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
