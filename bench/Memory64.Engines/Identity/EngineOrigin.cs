namespace Memory64.Engines.Identity;

/// <summary>The kinds of package that an engine comes from, as they stand in run files.</summary>
public static class EngineOrigin
{
    /// <summary>The NuGet package that the program references: the default engine.</summary>
    public const string NuGet = "nuget";

    /// <summary>A Python wheel, given or downloaded.</summary>
    public const string Wheel = "wheel";

    /// <summary>A file of a NuGet package, given or downloaded.</summary>
    public const string PackageFile = "nupkg";

    /// <summary>A bare native library.</summary>
    public const string Library = "library";

    /// <summary>The package of Node.js' program for npm, given or downloaded.</summary>
    public const string Npm = "npm";

    /// <summary>A bare program of Node.js.</summary>
    public const string Node = "node";
}
