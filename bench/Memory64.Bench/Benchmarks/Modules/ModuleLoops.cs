using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Loops;
using Memory64.Code;
using Memory64.Wasmtime;
using Memory64.Widening.Counting;

namespace Memory64.Bench.Benchmarks.Modules;

/// <summary>The loops in which a user's module spends its time, found by a form of it that counts them.</summary>
internal sealed class ModuleLoops : ILoopFinder
{
    /// <inheritdoc/>
    public bool Knows(Case measured) =>
        measured
            is {
                Benchmark: nameof(YourModule),
                Method: nameof(YourModule.Run) or nameof(YourModule.RunFresh)
            };

    /// <inheritdoc/>
    public IReadOnlyList<HotLoop> Find(Case measured, WasmtimeLibrary library)
    {
        var request = ModuleRequest.In(measured.Catalog.Inputs)!;
        var side = ModuleSide.Named(ValueOf(nameof(YourModule.Module)), request);
        var memory = Enum.Parse<ModuleMemory>(ValueOf(nameof(YourModule.Memory)));
        var (owner, guest) = side.With(memory);
        var loops = LoopCounter.LoopsOf(guest.Wasm.Span);
        var iterations = Count(
            owner.Counting(guest),
            loops.Count,
            request,
            measured.Description.Settings,
            library
        );
        var total = loops.Zip(iterations, (loop, count) => (double)loop.Instructions * count).Sum();
        using var compiled = new CompiledGuest(guest, measured.Description.Settings, library);
        var module = CompiledModule.Read(compiled.Module.Serialize(), guest.Wasm);
        var functions = module.Functions.ToDictionary(function => function.Index);
        return
        [
            .. from loop in loops.Index()
            where iterations[loop.Index] > 0 && functions.ContainsKey(loop.Item.Function)
            let function = functions[loop.Item.Function]
            let share = loop.Item.Instructions * iterations[loop.Index] / total
            orderby share descending
            select new HotLoop(
                loop.Index,
                function.Name,
                iterations[loop.Index],
                share,
                new(() => CodeOf(loop.Item, loops, function, module))
            ),
        ];

        string ValueOf(string parameter) =>
            measured.Parameters.First(value => value.Key == parameter).Value;
    }

    // It is instantiated once, so that it counts one call.
    private static List<long> Count(
        UserModule counting,
        int loops,
        ModuleRequest request,
        EngineConfiguration settings,
        WasmtimeLibrary library
    )
    {
        using var target = new ModuleTarget(
            new(counting, Twin: null),
            counting.Is64 ? ModuleMemory.memory64 : ModuleMemory.memory32,
            request with
            {
                IsFresh = true,
            },
            settings,
            library
        );
        return
        [
            .. Enumerable.Range(0, loops).Select(loop => target.Tell(LoopCounter.ExportOf(loop))),
        ];
    }

    // Most of its instructions come from the loop itself, not from one inside it; a few may come from where values are made.
    private static FoundLoop? CodeOf(
        CountedLoop loop,
        IReadOnlyList<CountedLoop> all,
        CompiledFunction function,
        CompiledModule module
    )
    {
        List<CountedLoop> inner =
        [
            .. all.Where(other => other.Function == loop.Function && loop.Contains(other)),
        ];
        bool IsOwn(int position) =>
            position >= loop.Start
            && position < loop.End
            && !inner.Any(other => position >= other.Start && position < other.End);
        var found = function
            .Loops.Select(code =>
            {
                List<int> positions =
                [
                    .. code.Instructions.Select(module.PositionOf).OfType<int>(),
                ];
                return (Code: code, Own: positions.Count(IsOwn), All: positions.Count);
            })
            .Where(candidate => 2 * candidate.Own > candidate.All)
            .OrderByDescending(candidate => candidate.Own)
            .FirstOrDefault();
        return found.Code is { } code
            ? new(function.Name, function.Architecture, Operations: 1, code)
            : null;
    }
}
