using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Pages;
using Memory64.Results.RunFiles;
using Xunit;

namespace Memory64.Bench.Tests.Results.Pages;

/// <summary>Whoever commits what <c>results/README.md</c> says, and nothing else, has a checkout in which every page is what its run files give.</summary>
public sealed class ContributionTests : IDisposable
{
    private const string Recipe =
        "2. Commit that folder, this page, `explore.html`, and the README of the project if it has changed:";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_new_machine_changes_its_folder_and_the_index_alone()
    {
        var run = TestRuns.Rich() with { Started = DateTimeOffset.UnixEpoch.AddYears(100) };

        var changesReadme = Contribute(run, run.Engine.Version);

        Assert.False(changesReadme, "README.md shows whoever measured last");
    }

    [Fact]
    public void The_machine_that_the_readme_shows_changes_the_readme_too()
    {
        var runs = new RunFolder(Repository.ResultsPath).LoadAll();
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

        // The answers are the newest Wasmtime's.
        var shown = runs.Last(run =>
            run.Run.Engine.Runtime is null
            && readme.Contains(AnswersSection.Begin(run.Machine), StringComparison.Ordinal)
        );

        var changesReadme = Contribute(
            shown.Run with
            {
                Started = shown.Run.Started.AddYears(1),
            },
            shown.Engine
        );

        Assert.True(changesReadme, "README.md shows an older run");
    }

    // Publishes a run in one copy of the checkout, and brings what is to be committed into another.
    private bool Contribute(RunFile run, string engine)
    {
        var (measured, committed) = (Copy("measured"), Copy("committed"));
        run.Save(new RunFolder(Results(measured)).RunPath(run.Machine.Id, engine));
        Publisher.Publish(Results(measured), Suite.Book, Readme(measured));
        Assert.Contains(Recipe, File.ReadAllText(Index(measured)), StringComparison.Ordinal);

        CopyFolder(
            Path.Combine(Results(measured), run.Machine.Id),
            Path.Combine(Results(committed), run.Machine.Id)
        );
        File.Copy(Index(measured), Index(committed), overwrite: true);
        File.Copy(
            Path.Combine(Results(measured), Publisher.ExplorerName),
            Path.Combine(Results(committed), Publisher.ExplorerName),
            overwrite: true
        );
        var changesReadme =
            File.ReadAllText(Readme(measured)) != File.ReadAllText(Readme(committed));
        if (changesReadme)
        {
            File.Copy(Readme(measured), Readme(committed), overwrite: true);
        }

        Assert.Empty(Publisher.Check(Results(committed), Suite.Book, Readme(committed)));
        return changesReadme;
    }

    private string Copy(string name)
    {
        var copy = _folder.At(name);
        CopyFolder(Repository.ResultsPath, Results(copy));
        File.Copy(Readme(Repository.Root), Readme(copy));
        return copy;
    }

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        }

        foreach (var folder in Directory.EnumerateDirectories(from))
        {
            CopyFolder(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }

    private static string Results(string checkout) => Path.Combine(checkout, "results");

    private static string Index(string checkout) => Path.Combine(Results(checkout), "README.md");

    private static string Readme(string checkout) => Path.Combine(checkout, "README.md");
}
