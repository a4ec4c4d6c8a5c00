namespace Memory64.Bench.Benchmarks.Modules;

/// <summary>What a command must write to standard output.</summary>
internal static class ExpectedOutput
{
    // What Sightglass calls the one that programs of a folder share.
    private const string Shared = "default";

    /// <summary>
    /// The file that the user names, else <c>NAME.stdout.expected</c> beside the module, else <c>default.stdout.expected</c> there;
    /// <see langword="null"/> where there is none, or the call is none of a command.
    /// </summary>
    /// <param name="module">The module.</param>
    /// <param name="request">What the user wants.</param>
    public static byte[]? Of(UserModule module, ModuleRequest request)
    {
        if (request.ExpectOutput is { } named)
        {
            return File.ReadAllBytes(named);
        }

        return
            request.Invoke is null
            && ((string[])[Path.GetFileNameWithoutExtension(module.Path), Shared])
                .Select(name =>
                    Path.Combine(Path.GetDirectoryName(module.Path)!, $"{name}.stdout.expected")
                )
                .FirstOrDefault(File.Exists)
                is { } beside
            ? File.ReadAllBytes(beside)
            : null;
    }
}
