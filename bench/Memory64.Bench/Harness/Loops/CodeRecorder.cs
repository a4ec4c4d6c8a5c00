using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Measured;
using Memory64.Bench.Harness.Running;
using Memory64.Code;
using Memory64.Engines.Identity;
using Memory64.Results.RunFiles.Records;

namespace Memory64.Bench.Harness.Loops;

/// <summary>The machine code of cases as run files keep it.</summary>
public sealed class CodeRecorder
{
    private readonly LoopReader _reader = new();

    /// <summary>
    /// The code of a case that was measured, as its engine compiles it; <see langword="null"/> where the case's work is not one loop,
    /// or where the code can't be read: a run doesn't fail for that, and explain says why.
    /// </summary>
    public RunCode? Of(PlannedCase planned)
    {
        try
        {
            var path = planned.Engine.Build.LibraryPath;
            var description = planned.Case.Description;
            var found =
                planned.Engine.Build.Kind == EngineKind.V8
                    ? _reader.FindInV8(description, path)
                    : _reader.Find(description, () => LoadedEngines.Of(path));
            return found?.ToRecord();
        }
        catch (Exception exception) when (exception is CodeException or GuestEngineException)
        {
            return null;
        }
    }
}
