using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Machines.Memories;
using Memory64.Wasmtime;

namespace Memory64.Bench.Benchmarks.Shared;

/// <summary>
/// A pool whose first slot shares no page table with what else the process has touched. Where it does, each instantiation walks that
/// table and takes up to half as long again: chance, and in a duel not the same chance for both sides.
/// </summary>
public static unsafe class LonePool
{
    private const int MostTries = 8;

    /// <summary>
    /// Compiles a guest. For a side of a duel that has a pool, in fresh engines until the pool lies alone; after eight tries in the last.
    /// </summary>
    /// <param name="guest">The guest.</param>
    /// <param name="settings">The engine's.</param>
    /// <param name="library">The engine under test.</param>
    /// <param name="isSide">Whether it is for a side of a duel.</param>
    public static CompiledGuest Compile(
        Guest guest,
        EngineConfiguration settings,
        WasmtimeLibrary library,
        bool isSide
    )
    {
        return isSide && settings.Allocator == Allocator.Pooling ? Create(Once, IsAlone) : Once();

        CompiledGuest Once() => new(guest, settings, library);
    }

    /// <summary>Creates anew what isn't alone; what was rejected is deleted at the end, because where it lies, the next can't.</summary>
    internal static T Create<T>(Func<T> create, Func<T, bool> isAlone)
        where T : IDisposable
    {
        List<T> rejected = [];
        try
        {
            var created = create();
            while (rejected.Count < MostTries - 1 && !isAlone(created))
            {
                rejected.Add(created);
                created = create();
            }

            return created;
        }
        finally
        {
            rejected.ForEach(each => each.Dispose());
        }
    }

    private static bool IsAlone(CompiledGuest compiled)
    {
        using var guest = compiled.Instantiate();
        return !PageMap.SharesTableWithTouched(guest.Memory.Data);
    }
}
