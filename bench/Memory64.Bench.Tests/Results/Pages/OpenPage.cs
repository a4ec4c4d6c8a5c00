using PuppeteerSharp;
using Xunit;

namespace Memory64.Bench.Tests.Results.Pages;

/// <summary>The page to explore in, open in a browser.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly IPage _page;
    private readonly List<string> _errors = [];

    public OpenPage(IPage page)
    {
        _page = page;
        page.PageError += (_, error) => _errors.Add(error.Message);
    }

    public async ValueTask DisposeAsync()
    {
        await _page.DisposeAsync();
        Assert.Empty(_errors);
    }

    /// <summary>What follows # in its address, decoded.</summary>
    public async Task<string> AtAsync() =>
        Uri.UnescapeDataString(
            (await _page.EvaluateExpressionAsync<string>("location.hash")).Replace('+', ' ')
        );

    /// <summary>The text of an element.</summary>
    public async Task<string> TextAsync(string selector) =>
        await _page.EvaluateFunctionAsync<string>(
            "selector => document.querySelector(selector).textContent",
            selector
        );

    /// <summary>All rows of the table, each the texts of its cells.</summary>
    public async Task<IReadOnlyList<string[]>> RowsAsync() =>
        await _page.EvaluateExpressionAsync<string[][]>(
            """
            (() => {
              const more = document.getElementById("more");
              while (!more.hidden) more.click();
              return [...document.querySelectorAll("#rows > tr")].map((row) => [...row.cells].map((cell) => cell.textContent.trim()));
            })()
            """
        );

    /// <summary>Waits until the text of an element is there.</summary>
    public async Task WaitForAsync(string selector, string text) =>
        _ = await _page.WaitForFunctionAsync(
            "(selector, text) => document.querySelector(selector)?.textContent.includes(text)",
            new WaitForFunctionOptions { Timeout = 30_000 },
            selector,
            text
        );

    /// <summary>Chooses in one of the lists.</summary>
    public async Task ChooseAsync(string list, string value) =>
        _ = await _page.SelectAsync($"select[name={list}]", value);

    /// <summary>Types into the field that has the focus, or presses keys such as Tab and Enter.</summary>
    public async Task PressAsync(params string[] keys)
    {
        foreach (var key in keys)
        {
            await _page.Keyboard.PressAsync(key);
        }
    }

    /// <summary>Gives an element the focus.</summary>
    public async Task FocusAsync(string selector) => await _page.FocusAsync(selector);

    /// <summary>Drops files onto the page, as a desktop does.</summary>
    public async Task DropAsync(params string[] paths) =>
        await _page.EvaluateFunctionAsync(
            """
            (files) => {
              const dropped = new DataTransfer();
              for (const [name, text] of files) dropped.items.add(new File([text], name));
              document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: dropped, bubbles: true, cancelable: true }));
            }
            """,
            (object)paths.Select(path => (string[])[Path.GetFileName(path), File.ReadAllText(path)])
        );

    /// <summary>Chooses files by the field for them.</summary>
    public async Task UploadAsync(params string[] paths)
    {
        var field = await _page.QuerySelectorAsync("input[type=file]");
        await field.UploadFileAsync(paths);
    }

    /// <summary>How wide the page is, where the window is so wide.</summary>
    public async Task<int> WidthInAsync(int window)
    {
        await _page.SetViewportAsync(new() { Width = window, Height = 800 });
        return await _page.EvaluateExpressionAsync<int>("document.documentElement.scrollWidth");
    }
}
