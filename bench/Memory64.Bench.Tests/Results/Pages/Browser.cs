using PuppeteerSharp;
using Xunit;

namespace Memory64.Bench.Tests.Results.Pages;

/// <summary>The system's Chromium, started once for a class of tests; they are skipped where there is none.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Programs =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/usr/bin/google-chrome-stable",
    ];

    private IBrowser? _started;

    public async ValueTask InitializeAsync()
    {
        if (Array.Find(Programs, File.Exists) is { } program)
        {
            _started = await Puppeteer.LaunchAsync(
                new()
                {
                    ExecutablePath = program,
                    // It is started as the superuser where tests run in a container.
                    Args = ["--no-sandbox", "--disable-gpu"],
                }
            );
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_started is not null)
        {
            await _started.DisposeAsync();
        }
    }

    /// <summary>Opens an address; the page's errors are the test's.</summary>
    /// <param name="address">Of a file, with what follows #, or of a server.</param>
    internal async Task<OpenPage> OpenAsync(string address)
    {
        Assert.SkipWhen(_started is null, "There is no Chromium or Chrome on this machine.");
        var page = await _started!.NewPageAsync();
        var opened = new OpenPage(page);
        _ = await page.GoToAsync(address, WaitUntilNavigation.DOMContentLoaded);
        return opened;
    }
}
