using System.Net;
using Memory64.Bench.Commands.View;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Records;
using Memory64.Bench.Harness.Running;
using Memory64.Bench.Tests.Harness.Records;
using Memory64.Bench.Tests.Results.Pages;
using Memory64.Results.Pages;
using Xunit;

namespace Memory64.Bench.Tests.Commands.View;

/// <summary>The page of a run that is under way.</summary>
public sealed class ViewServerTests : IClassFixture<Browser>, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly JournalFixture _run = new();
    private readonly RunLock _lock;
    private readonly RunJournal _journal;
    private readonly Browser _browser;
    private readonly string _page;

    public ViewServerTests(Browser browser)
    {
        _browser = browser;
        _lock = RunLock.OfResults(_run.Folder);
        _journal = RunJournal.Begin(_run.Path, _run.Header);
        _page = Publisher
            .Render(Path.Combine(_run.Folder, "none"), Suite.Book)
            .Single(made => Path.GetFileName(made.Path) == Publisher.ExplorerName)
            .Text;
    }

    public void Dispose()
    {
        _journal.Dispose();
        _lock.Dispose();
        _run.Dispose();
    }

    [Fact]
    public async Task Tells_of_each_round_and_of_the_end()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var server = new ViewServer(_run.Folder, _page, Pause);
        var serving = server.ServeAsync();
        using var client = new HttpClient();
        Assert.Equal(_page, await client.GetStringAsync(server.Address, cancel));
        var other = await client.GetAsync($"{server.Address}.journal", cancel);
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);

        using var news = new StreamReader(
            await client.GetStreamAsync($"{server.Address}news", cancel)
        );
        Assert.Contains(
            ": 0 of 4 rounds have ended,",
            await EventAsync(news),
            StringComparison.Ordinal
        );
        _journal.RoundEnded(Round(1));
        var first = await EventAsync(news);
        Assert.Contains(": 1 of 4 rounds have ended,", first, StringComparison.Ordinal);
        Assert.Contains(JournalFixture.Read, first, StringComparison.Ordinal);
        // It waits for its first round, which is no failure.
        Assert.DoesNotContain(
            $"\"id\": \"{JournalFixture.Fill}\"",
            first,
            StringComparison.Ordinal
        );

        _lock.Dispose();
        Assert.StartsWith("event: end", await EventAsync(news), StringComparison.Ordinal);
        await serving.WaitAsync(cancel);
    }

    [Fact]
    public async Task Says_why_a_run_of_another_program_is_not_shown()
    {
        _journal.Dispose();
        using var other = RunJournal.Begin(
            _run.Path,
            _run.Header with
            {
                Format = JournalHeader.CurrentFormat + 1,
            }
        );
        using var server = new ViewServer(_run.Folder, _page, Pause);
        var serving = server.ServeAsync();
        using var client = new HttpClient();
        using var news = new StreamReader(
            await client.GetStreamAsync(
                $"{server.Address}news",
                TestContext.Current.CancellationToken
            )
        );

        var end = await EventAsync(news);
        Assert.StartsWith("event: end\ndata: the run in ", end, StringComparison.Ordinal);
        Assert.Contains("its format is another", end, StringComparison.Ordinal);
        _lock.Dispose();
        await serving.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Shows_the_run_as_it_grows()
    {
        using var server = new ViewServer(_run.Folder, _page, Pause);
        var serving = server.ServeAsync();
        _journal.RoundEnded(Round(1));

        await using (var page = await _browser.OpenAsync(server.Address))
        {
            await page.WaitForAsync("#progress", "1 of 4 rounds");
            Assert.Contains(
                await page.RowsAsync(),
                row =>
                    row[0].StartsWith("BoundaryAccess.Read", StringComparison.Ordinal)
                    && row[^1] == "1"
            );
            _journal.RoundEnded(Round(2));
            await page.WaitForAsync("#progress", "2 of 4 rounds");
            Assert.Contains(
                await page.RowsAsync(),
                row =>
                    row[0].StartsWith("BoundaryAccess.Read", StringComparison.Ordinal)
                    && row[^1] == "2"
            );

            _lock.Dispose();
            await page.WaitForAsync("#progress", "The run has ended");
        }

        await serving.WaitAsync(TestContext.Current.CancellationToken);
    }

    private RoundResult Round(int round) =>
        new(
            _run.First,
            round,
            [100.0 + round],
            new() { ResidentBytes = 1 },
            TimeSpan.FromSeconds(1)
        );

    private static async Task<string> EventAsync(StreamReader news)
    {
        List<string> lines = [];
        while (
            await news.ReadLineAsync(TestContext.Current.CancellationToken) is { Length: > 0 } line
        )
        {
            lines.Add(line);
        }

        return string.Join("\n", lines);
    }
}
