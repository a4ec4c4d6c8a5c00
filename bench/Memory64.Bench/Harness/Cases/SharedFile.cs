namespace Memory64.Bench.Harness.Cases;

/// <summary>
/// A file that rounds read and that takes longer to write than they take: the host writes it once and holds it while rounds that want
/// it follow each other. A process that the host hasn't started writes its own.
/// </summary>
/// <param name="Name">Of its content; no other room has it.</param>
/// <param name="Write">Writes it.</param>
public sealed record SharedFile(string Name, Func<WrittenFile> Write);
