namespace Memory64.Bench.Benchmarks.Weights.Runners;

/// <summary>Who computes with weights that lie there.</summary>
internal static class WeightMemories
{
    extension(WeightMemory memory)
    {
        /// <summary>Whether that is a guest, whatever memory the weights lie in.</summary>
        public bool IsOfGuest =>
            memory
                is WeightMemory.memory64
                    or WeightMemory.memory64Relaxed
                    or WeightMemory.memory64HugePages
                    or WeightMemory.memory64Shards
                    or WeightMemory.memory64Multi
                    or WeightMemory.memory32
                    or WeightMemory.bridge;

        /// <summary>Whether that is llama.cpp, in a process of its own.</summary>
        public bool IsOfLlamaCpp =>
            memory is WeightMemory.llamaCpp or WeightMemory.llamaCppRepacked;
    }
}
