using Memory64.Bench.Benchmarks.Weights.Runners;
using Memory64.Bench.Benchmarks.Weights.Sources;
using Memory64.Bench.Harness.Cases;
using Memory64.Models.Shapes;
using Memory64.Results.Book;

namespace Memory64.Bench.Benchmarks.Weights;

internal sealed class Page : PageWriter<ModelWeights>
{
    private const string Memory = nameof(ModelWeights.Memory),
        Model = nameof(ModelWeights.Model),
        Token = nameof(ModelWeights.Token);

    public override BenchmarkPage Write() =>
        new()
        {
            Benchmark = nameof(ModelWeights),
            Question =
                "How fast does a language model load (`LoadCopy`, or mapped without a copy, `LoadMap`), and how many tokens a second does it compute (`Token`), in a memory64, in a memory32 where it fits or with a bridge, in C#, and in llama.cpp?",
            Note =
                "A token of a quantized language model reads each weight once; its products are bound by arithmetic, so checks and bridges weigh less here than where words are only added up. Pss is the memory of the process that has the weights, each page counted once however often it is mapped.",
            Columns =
            [
                PageColumn.Gigabytes,
                PageColumn.Rate(Token, "Tokens/s"),
                PageColumn.Metric(WeightMetric.ProportionalShare, "Pss ÷ model"),
                PageColumn.Metric(WeightMetric.Positions, "Positions"),
                PageColumn.Metric(WeightMetric.CollapseSeconds, "Joining pages (s)"),
                PageColumn.Metric(WeightMetric.Difference, "NMSE") with
                {
                    Format = ColumnFormat.Power,
                },
            ],
            Memory = PageColumn.Metric(WeightMetric.ProportionalBytes, "Pss (GiB)", 1L << 30),
            Questions =
            [
                new Question(
                    "memory64 against native code, a token",
                    Cases(Token, (Memory, WeightMemory.memory64)),
                    Cases(Token, (Memory, WeightMemory.native))
                ).AsMain(),
                new Question(
                    "memory64 against memory32 with a bridge, a token",
                    Cases(Token, (Memory, WeightMemory.memory64)),
                    Cases(Token, (Memory, WeightMemory.bridge))
                ).AsMain(),
                new(
                    "Relaxed SIMD against SIMD, a token, memory64",
                    Cases(Token, (Memory, WeightMemory.memory64Relaxed)),
                    Cases(Token, (Memory, WeightMemory.memory64))
                ),
                new(
                    "Huge pages against small ones, a token, memory64",
                    Cases(Token, (Memory, WeightMemory.memory64HugePages)),
                    Cases(Token, (Memory, WeightMemory.memory64))
                ),
                new(
                    "Three memories of one instance against three instances, a token",
                    Cases(Token, (Memory, WeightMemory.memory64Multi)),
                    Cases(Token, (Memory, WeightMemory.memory64Shards))
                ),
                new(
                    "Three memories against one, a token of layers that one holds",
                    Cases(Token, (Memory, WeightMemory.memory64Multi)),
                    Cases(Token, (Memory, WeightMemory.memory64))
                ),
                new Question(
                    "memory64 against memory32, a token of a model that fits",
                    Cases(Token, (Memory, WeightMemory.memory64)),
                    Cases(Token, (Memory, WeightMemory.memory32))
                ).AcrossEngines(),
            ],
            Answers =
            [
                new(
                    4,
                    "A token of a language model",
                    "a 13B, quantized to 7.3 GiB of weights (synthetic ones), runs in one memory64 with {3} GiB resident and computes {4} tokens a second on one thread. A token takes {0} of its time in a memory32 where one holds the model too, as a 7B, {1} of C#'s, and {2} of the time in a memory32 whose host copies the weights in as they are needed (a bridge)",
                    [
                        new(
                            "memory64 against memory32, a token",
                            Cases(Token, (Memory, WeightMemory.memory64)),
                            Cases(Token, (Memory, WeightMemory.memory32))
                        ),
                        new(
                            "memory64 against native code, a token",
                            Cases(Token, (Memory, WeightMemory.memory64)),
                            Cases(Token, (Memory, WeightMemory.native))
                        ),
                        new(
                            "memory64 against a bridge, a token",
                            Cases(Token, (Memory, WeightMemory.memory64)),
                            Cases(Token, (Memory, WeightMemory.bridge))
                        ),
                    ]
                )
                {
                    Front = new(
                        "Can I run a 13B model on 24 GiB?",
                        "Yes, quantized to 4.8 bits a weight: {3} GiB resident, {4} tokens a second on one thread, with synthetic weights. At 16 bits a weight the weights alone are 24.2 GiB",
                        "[A token of a language model](#answers), [models](docs/models.md)"
                    ),
                    Values =
                    [
                        new(
                            "memory of a 13B",
                            LargestAlone,
                            PageColumn.Metric(WeightMetric.ProportionalBytes, "Pss (GiB)", 1L << 30)
                        ),
                        new(
                            "tokens a second of a 13B",
                            LargestAlone,
                            PageColumn.Rate(Token, "Tokens/s")
                        ),
                    ],
                },
            ],
            Fixtures =
            [
                .. new[]
                {
                    Token,
                    nameof(ModelWeights.LoadCopy),
                    nameof(ModelWeights.LoadMap),
                }.Select(method => Cases(method, (Model, ModelShapes.Tiny.Name))),
            ],
            ValueOrder =
            [
                nameof(WeightMemory.memory64Relaxed),
                nameof(WeightMemory.memory64HugePages),
                nameof(WeightMemory.memory64Shards),
                nameof(WeightMemory.memory64Multi),
                nameof(WeightMemory.bridge),
                nameof(WeightMemory.llamaCpp),
                nameof(WeightMemory.llamaCppRepacked),
            ],
            MainCases =
            [
                .. Models.Select(model => new MainCase(
                    $"A token of a model of {model}, memory64",
                    Cases(Token, (Memory, WeightMemory.memory64), (Model, model))
                )),
            ],
            Charts =
            [
                new()
                {
                    Name = "tokens-by-model",
                    Title = "Tokens of language models, one thread",
                    Shape = ChartShape.Bars,
                    CategoryTitle = "Model, with weights of 4 and 6 bits (Q4_K_M)",
                    ValueTitle = "Tokens",
                    Value = ChartValue.Rate,
                    IsMain = true,
                    Series =
                    [
                        Ways("memory64", WeightMemory.memory64),
                        Ways("memory64, relaxed SIMD", WeightMemory.memory64Relaxed),
                        Ways("three memory64", WeightMemory.memory64Shards),
                        Ways("three memory64 of one instance", WeightMemory.memory64Multi),
                        Ways("memory32", WeightMemory.memory32),
                        Ways("memory32 + bridge", WeightMemory.bridge),
                        Ways("C#", WeightMemory.native),
                        Ways("llama.cpp", WeightMemory.llamaCpp),
                        Ways("llama.cpp, repacked", WeightMemory.llamaCppRepacked),
                    ],
                },
            ],
        };

    // The largest that one memory64 of 8 GiB holds.
    private static CasePattern LargestAlone =>
        Cases(Token, (Memory, WeightMemory.memory64), (Model, ModelShapes.Llama13B.Name));

    // The tiny one is for tests: its weights lie in the processor's caches.
    private static IEnumerable<string> Models => ModelShapes.Alone.Skip(1).Select(m => m.Name);

    private static IEnumerable<string> Charted =>
        ModelSource
            .Own.Where(source => source.Path is null && source.IsWhole)
            .Skip(1)
            .Select(source => source.Name);

    private static SeriesPlan Ways(string name, WeightMemory memory) =>
        new(
            name,
            [
                .. Charted.Select(model => new PointPlan(
                    model,
                    Cases(Token, (Memory, memory), (Model, model))
                )),
            ]
        );
}
