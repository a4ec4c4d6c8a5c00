#!/usr/bin/env bash
# Wasmtime 50.0.1 (NuGet package Wasmtime 50.0.1): a pool whose linear_memory_keep_resident is larger than what an instance has touched
# ends up with more resident memory than the instance ever had. When the instance goes, the pool clears the first keep_resident bytes of its
# memory by writing zeros, those pages too that were never touched, and writing makes them resident. So a large value "to be safe" costs
# memory and time for each slot, as much as it says and not as much as is used.
#
# Seen: 256 MiB touched; 0 MiB are resident afterwards where the pool keeps none, 128 where it keeps 128, 512 where it keeps 512. Ends
# with 1 where that is no longer so. Needs the .NET SDK 10, on Linux.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >keeps.cs <<'CS'
#:package Wasmtime@50.0.1
#:property PublishAot=false
using System.Globalization;
using Wasmtime;

const int MiB = 1 << 20;
foreach (var keeps in new[] { 0, 128, 512 })
{
    using var pool = new PoolingAllocationConfig();
    _ = pool.WithMaxCoreInstances(1).WithMaxMemories(1).WithMaxMemorySize(1024u * MiB).WithLinearMemoryKeepResidentBytes((nuint)keeps * MiB);
    using var config = new Config();
    _ = config.WithPoolingAllocationStrategy(pool);
    using var engine = new Engine(config);
    using var module = Module.FromText(engine, "fill", """
        (module
          (memory 16384)
          (func (export "fill") (param i32) (memory.fill (i32.const 0) (i32.const 1) (local.get 0))))
        """);
    var before = Resident();
    using (var store = new Store(engine))
    {
        var instance = new Instance(store, module);
        instance.GetAction<int>("fill")!(256 * MiB);
        Console.Write($"touched {Rounded(Resident() - before)} MiB, ");
    }

    Console.WriteLine($"pool keeps at most {keeps}: {Rounded(Resident() - before)} MiB resident afterwards");
}

// In steps of 32 MiB: what the runtime itself takes meanwhile is less.
static long Rounded(long kibibytes) => (long)Math.Round(kibibytes / 1024.0 / 32) * 32;

static long Resident() =>
    long.Parse(
        File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture
    );
CS
seen="$(dotnet run keeps.cs)"
echo "$seen"
[ "$seen" = "touched 256 MiB, pool keeps at most 0: 0 MiB resident afterwards
touched 256 MiB, pool keeps at most 128: 128 MiB resident afterwards
touched 256 MiB, pool keeps at most 512: 512 MiB resident afterwards" ]
