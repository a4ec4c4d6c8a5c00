using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using Memory64.Results.Benchmarks.Diagnosers;
using Memory64.Results.Benchmarks.Generation;

// generate FOLDER: the full tree, for the program itself to publish and compare. All else is BenchmarkDotNet's.
if (args is ["generate", var folder])
{
    Console.WriteLine($"{ResultsTree.Write(folder, new()).Count} run files in {folder}");
    return;
}

BenchmarkSwitcher
    .FromAssembly(typeof(Program).Assembly)
    .Run(
        args,
        DefaultConfig
            .Instance.AddDiagnoser(new PeakResidentDiagnoser())
            // As the program runs.
            .AddJob(Job.Default.WithEnvironmentVariable("DOTNET_TieredPGO", "0").AsMutator())
    );
