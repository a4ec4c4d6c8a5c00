using System.Net;
using System.Net.Sockets;
using System.Text;
using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Records;

namespace Memory64.Bench.Commands.View;

/// <summary>
/// Serves the page to explore in while a run is under way, to this machine alone, and tells it of each round that has ended:
/// server-sent events, see <see href="https://html.spec.whatwg.org/multipage/server-sent-events.html"/>.
/// </summary>
internal sealed class ViewServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly string _folder;
    private readonly byte[] _page;
    private readonly TimeSpan _pause;

    /// <summary>Begins to listen, on a port of the system's choice.</summary>
    /// <param name="folder">The results folder of the run.</param>
    /// <param name="page">The page.</param>
    /// <param name="pause">How long it waits between two looks at the run.</param>
    public ViewServer(string folder, string page, TimeSpan pause)
    {
        (_folder, _page, _pause) = (folder, Encoding.UTF8.GetBytes(page), pause);
        Address = $"http://127.0.0.1:{FreePort()}/";
        _listener.Prefixes.Add(Address);
        _listener.Start();
    }

    /// <summary>Where the page is.</summary>
    public string Address { get; }

    /// <summary>Answers until the run has ended, and everyone who follows it has been told.</summary>
    public async Task ServeAsync()
    {
        List<Task> answers = [];
        var ended = RunEndsAsync();
        while (true)
        {
            var next = _listener.GetContextAsync();
            if (await Task.WhenAny(next, ended) == ended)
            {
                await Task.WhenAll(answers);
                return;
            }

            answers.Add(AnswerAsync(await next, ended));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Close();

    private async Task RunEndsAsync()
    {
        while (RunLock.IsHeldIn(_folder))
        {
            await Task.Delay(_pause);
        }
    }

    private async Task AnswerAsync(HttpListenerContext context, Task ended)
    {
        using var response = context.Response;
        try
        {
            switch (context.Request.Url?.AbsolutePath)
            {
                case "/":
                    response.ContentType = "text/html; charset=utf-8";
                    await response.OutputStream.WriteAsync(_page);
                    break;
                case "/news":
                    await TellAsync(response, ended);
                    break;
                default:
                    response.StatusCode = (int)HttpStatusCode.NotFound;
                    break;
            }
        }
        catch (Exception exception) when (exception is HttpListenerException or IOException)
        {
            // Whoever asked is gone.
        }
    }

    private async Task TellAsync(HttpListenerResponse response, Task ended)
    {
        response.ContentType = "text/event-stream";
        response.SendChunked = true;
        var told = -1;
        try
        {
            while (!ended.IsCompleted)
            {
                if (RunNews.Of(_folder, told) is { } news)
                {
                    told = news.Rounds;
                    await SendAsync(response, "rounds", news.Text);
                }

                await Task.Delay(_pause);
            }

            await SendAsync(
                response,
                "end",
                "The run has ended: open the page anew to see all of it."
            );
        }
        catch (MeasurementException exception)
        {
            // The run is of another build of the program, or of an engine that is gone.
            await SendAsync(response, "end", exception.Message);
        }
    }

    private static async Task SendAsync(HttpListenerResponse response, string name, string text)
    {
        var lines = text.TrimEnd('\n').Replace("\n", "\ndata: ", StringComparison.Ordinal);
        await response.OutputStream.WriteAsync(
            Encoding.UTF8.GetBytes($"event: {name}\ndata: {lines}\n\n")
        );
        await response.OutputStream.FlushAsync();
    }

    // Another program may take it in between; then listening fails, and says so.
    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
