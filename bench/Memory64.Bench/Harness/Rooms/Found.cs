namespace Memory64.Bench.Harness.Rooms;

/// <summary>What rooms have without being asked for it by name.</summary>
internal static class Found
{
    /// <summary>One of each class of a kind, in the order of their full names.</summary>
    /// <typeparam name="T">What they implement; each has a constructor without parameters.</typeparam>
    public static IReadOnlyList<T> Each<T>() =>
        [
            .. typeof(Found)
                .Assembly.GetTypes()
                .Where(type => type.IsAssignableTo(typeof(T)) && !type.IsAbstract)
                .OrderBy(type => type.FullName, StringComparer.Ordinal)
                .Select(type => (T)Activator.CreateInstance(type)!),
        ];
}
