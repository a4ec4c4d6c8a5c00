using System.Diagnostics;
using System.Text.RegularExpressions;
using Xunit;

namespace Memory64.Bench.Tests.Results.Pages;

/// <summary>The system's Chromium, which loads a page, runs its script and gives back what became of it.</summary>
internal static partial class Browser
{
    private static readonly string[] Programs =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/usr/bin/google-chrome-stable",
    ];

    /// <summary>The document after its script has run; the test is skipped where there is no browser.</summary>
    /// <param name="address">Of a file, with what follows #.</param>
    /// <param name="profile">A folder of the test's own, which may be empty.</param>
    internal static string Load(string address, string profile)
    {
        var program = Array.Find(Programs, File.Exists);
        Assert.SkipWhen(program is null, "There is no Chromium or Chrome on this machine.");
        var start = new ProcessStartInfo(
            program!,
            [
                "--headless",
                // It is started as the superuser where tests run in a container.
                "--no-sandbox",
                "--disable-gpu",
                $"--user-data-dir={profile}",
                "--dump-dom",
                address,
            ]
        )
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var browser = Process.Start(start)!;
        var error = browser.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var document = browser.StandardOutput.ReadToEnd();
        browser.WaitForExit();
        Assert.True(browser.ExitCode == 0, $"exit code {browser.ExitCode}: {error.Result}");
        return document;
    }

    /// <summary>The text of each element of a kind, without what is in angle brackets.</summary>
    /// <param name="document">The document.</param>
    /// <param name="opening">The beginning of the element's tag, such as <c>&lt;tr</c>.</param>
    /// <param name="closing">The element's end.</param>
    internal static IReadOnlyList<string> Texts(string document, string opening, string closing) =>
        [
            .. document
                .Split(opening)
                .Skip(1)
                .Select(part => part[(part.IndexOf('>', StringComparison.Ordinal) + 1)..])
                .Select(part => part.Split(closing)[0])
                .Select(part => Tag().Replace(part, " ").Trim()),
        ];

    [GeneratedRegex("<[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Tag();
}
