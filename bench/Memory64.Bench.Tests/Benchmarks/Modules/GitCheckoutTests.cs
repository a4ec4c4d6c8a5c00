using Memory64.Bench.Benchmarks.Modules;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Modules;

public sealed class GitCheckoutTests : IDisposable
{
    private const string Commit = "0123456789abcdef0123456789abcdef01234567";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("HEAD", Commit)]
    [InlineData("HEAD", "ref: refs/heads/main\n", "refs/heads/main", Commit + "\n")]
    [InlineData(
        "HEAD",
        "ref: refs/heads/main",
        "packed-refs",
        "# pack-refs with: peeled\n" + Commit + " refs/heads/main\n"
    )]
    public void The_commit_is_that_of_HEAD(params string[] files)
    {
        foreach (var pair in files.Chunk(2))
        {
            Write($".git/{pair[0]}", pair[1]);
        }

        var module = Write("a/b/x.wasm", "");

        var checkout = GitCheckout.Of(module)!;
        Assert.Equal(Commit, checkout.Commit);
        Assert.Equal("a/b/x.wasm", checkout.PathOf(module));
    }

    [Fact]
    public void A_second_work_tree_has_its_own_HEAD_and_the_refs_of_the_first()
    {
        Write("first/.git/refs/heads/side", Commit);
        Write("first/.git/worktrees/second/HEAD", "ref: refs/heads/side");
        Write("first/.git/worktrees/second/commondir", "../..\n");
        Write("second/.git", "gitdir: ../first/.git/worktrees/second\n");

        Assert.Equal(Commit, GitCheckout.Of(Write("second/x.wasm", ""))!.Commit);
    }

    [Theory]
    [InlineData(".git/HEAD", "ref: refs/heads/none")]
    [InlineData(".git/HEAD", "no commit")]
    [InlineData(".git", "no link")]
    [InlineData(".git", "")]
    [InlineData("other", "")]
    public void What_is_no_checkout_says_nothing(string name, string text)
    {
        Write(name, text);

        Assert.Null(GitCheckout.Of(Write("x.wasm", "")));
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.Root, name);
        _ = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
