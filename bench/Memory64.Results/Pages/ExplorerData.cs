using System.Globalization;
using System.Text;
using System.Text.Json;
using Memory64.Results.Relations;
using Memory64.Results.RunFiles;
using Memory64.Results.RunFiles.Records;
using Memory64.Results.Tables;

namespace Memory64.Results.Pages;

/// <summary>
/// What <c>results/explore.html</c> has of a machine, as JSON: everything that it shows is computed here, by the statistics of the
/// tables. Times are nanoseconds for one operation.
/// </summary>
/// <remarks>
/// <code>
/// { "id", "cpu", "cores",
///   "engines": [ { "id", "version", "title", "sha", "machine": { "cpu", "processor", "l1d", "llc" } } ],
///   "cases": [ [ class, method, { parameter: value } ] ],
///   "rows": [ [ engine, case, status, reason, guest, work, time, spread, [ time of each round ], bytes, [ instructions, those of the check ],
///               [ [ label, case, ratio, lower, upper, verdict, isOfLevels, time, control's time, rounds, [ ratio of each round ] ] ],
///               [ [ sha of an engine, [ ratio to it of each round ] ] ] ] ],
///   "works": [ what a case did ] }
/// </code>
/// </remarks>
internal static class ExplorerData
{
    /// <summary>Digits of the SHA-256 of a guest or an input: enough to tell apart what one case's was.</summary>
    internal const int GuestDigits = 8;

    /// <summary>Digits of the SHA-256 of an engine's library.</summary>
    internal const int EngineDigits = 12;

    private const int ShownDigits = 4;

    // Rounds are what the page compares engines by: verdicts are then those of all digits, which a test proves (six digits are too few for that).
    private const int RoundDigits = 8;

    /// <summary>The JSON.</summary>
    /// <param name="engines">The engines of the machine.</param>
    public static string Of(MachineEngines engines)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            Write(json, engines);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, MachineEngines engines)
    {
        var machine = engines.Newest.Run.Machine;
        List<MeasuredEngine> all = [.. engines.All];
        json.WriteStartObject();
        json.WriteString("id", engines.Newest.Stored.Machine);
        json.WriteString("cpu", machine.Cpu);
        json.WriteNumber("cores", machine.LogicalCores);
        json.WriteStartArray("engines");
        foreach (var engine in all)
        {
            json.WriteStartObject();
            json.WriteString("id", engine.Id);
            json.WriteString("version", engine.Run.Engine.Version);
            json.WriteString("title", engine.Run.Engine.TitleAs(engine.Id));
            json.WriteString("sha", Short(engine.Run.Engine.Sha256, EngineDigits));
            WriteProcessor(json, engine.Run.Machine);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        // Of all engines, each once, in the order in which they first stand.
        List<RunCase> cases =
        [
            .. all.SelectMany(engine => engine.Results.Cases)
                .Select(result => result.Case)
                .DistinctBy(each => each.Id),
        ];
        var numbers = cases.Index().ToDictionary(each => each.Item.Id, each => each.Index);
        json.WriteStartArray("cases");
        foreach (var each in cases)
        {
            WriteCase(json, each);
        }

        json.WriteEndArray();
        OrderedDictionary<string, int> works = [];
        json.WriteStartArray("rows");
        foreach (var (index, engine) in all.Index())
        {
            foreach (var result in engine.Results.Cases)
            {
                WriteRow(json, index, result, engine.Results, numbers, works);
            }
        }

        json.WriteEndArray();
        json.WriteStartArray("works");
        foreach (var work in works.Keys)
        {
            json.WriteStringValue(work);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    // What tells whether two runs are of one machine: see RunMachine.IsSame.
    private static void WriteProcessor(Utf8JsonWriter json, RunMachine machine)
    {
        json.WriteStartObject("machine");
        json.WriteString("cpu", machine.Cpu);
        json.WriteString("processor", machine.Processor?.ToString());
        json.WriteNumber("l1d", machine.L1dBytes);
        json.WriteNumber("llc", machine.LastLevelCacheBytes);
        json.WriteEndObject();
    }

    // What must be equal of two cases of one name that are compared, in a text; explore-runs.js makes the same of a run file.
    private static string WorkOf(RunCase measured) =>
        string.Join(
            '|',
            [
                measured.Operations.ToString(CultureInfo.InvariantCulture),
                measured.Bytes.ToString(CultureInfo.InvariantCulture),
                JsonSerializer.SerializeToElement(measured.Unit, RunFileJson.Format).GetString()!,
                measured.Input is { Sha256: var sha } ? Short(sha, GuestDigits) : "",
                .. measured
                    .Settings.Select(setting => $"{setting.Key}={setting.Value}")
                    .Order(StringComparer.Ordinal),
            ]
        );

    private static string Short(string sha, int digits) => sha[..Math.Min(digits, sha.Length)];

    private static void WriteCase(Utf8JsonWriter json, RunCase each)
    {
        json.WriteStartArray();
        json.WriteStringValue(each.Benchmark);
        json.WriteStringValue(each.Method);
        json.WriteStartObject();
        foreach (var (name, value) in each.Parameters)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteRow(
        Utf8JsonWriter json,
        int engine,
        CaseResult result,
        RunResults results,
        Dictionary<string, int> numbers,
        OrderedDictionary<string, int> works
    )
    {
        var measured = result.Case;
        json.WriteStartArray();
        json.WriteNumberValue(engine);
        json.WriteNumberValue(numbers[measured.Id]);
        json.WriteStringValue(measured.Status.ToString().ToLowerInvariant());
        json.WriteStringValue(measured.Reason);
        json.WriteStringValue(
            measured.Guest is { Sha256: var sha } ? Short(sha, GuestDigits) : null
        );
        var work = WorkOf(measured);
        _ = works.TryAdd(work, works.Count);
        json.WriteNumberValue(works[work]);
        Number(json, result.Center);
        Number(json, result.Summary?.RelativeSpread);
        Numbers(json, result.Summary is null ? [] : measured.Values);
        json.WriteNumberValue(measured.Bytes);
        if (measured.Code is { } code)
        {
            json.WriteStartArray();
            Number(json, code.CountPerOperation);
            Number(json, code.CheckPerOperation);
            json.WriteEndArray();
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteStartArray();
        foreach (var (label, id) in measured.Controls)
        {
            if (results.Relation(measured, id) is { } relation && results.Find(id) is { } control)
            {
                WriteRelation(json, label, measured, control.Case, relation, numbers);
            }
        }

        json.WriteEndArray();
        WriteDuels(json, measured);
        json.WriteEndArray();
    }

    // Those with other engines: by them the page sets engines beside each other.
    private static void WriteDuels(Utf8JsonWriter json, RunCase measured)
    {
        json.WriteStartArray();
        foreach (
            var duel in measured.Duels.Where(duel =>
                duel.Engine is not null
                && duel.Case == measured.Id
                && duel.Rounds.Count > 0
                && measured.Status == CaseStatus.Measured
            )
        )
        {
            json.WriteStartArray();
            json.WriteStringValue(Short(duel.Engine!.Sha256, EngineDigits));
            Numbers(json, duel.Values);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteRelation(
        Utf8JsonWriter json,
        string label,
        RunCase measured,
        RunCase control,
        Relation relation,
        Dictionary<string, int> numbers
    )
    {
        json.WriteStartArray();
        json.WriteStringValue(label);
        json.WriteNumberValue(numbers[control.Id]);
        Number(json, relation.Ratio);
        Number(json, relation.Interval?.Lower);
        Number(json, relation.Interval?.Upper);
        json.WriteStringValue(VerdictText.Format(relation));
        json.WriteBooleanValue(relation.Evidence == Evidence.Levels);
        Number(json, relation.Times?.Over);
        Number(json, relation.Times?.Under);
        json.WriteNumberValue(relation.Rounds);
        Numbers(json, RatiosOf(measured, control));
        json.WriteEndArray();
    }

    // Of whichever of the two fought the duel.
    private static IEnumerable<double> RatiosOf(RunCase measured, RunCase control) =>
        Relation.DuelWith(measured, control.Id)?.Values
        ?? Relation.DuelWith(control, measured.Id)?.Values.Select(ratio => 1 / ratio)
        ?? [];

    private static void Numbers(Utf8JsonWriter json, IEnumerable<double> values)
    {
        json.WriteStartArray();
        foreach (var value in values)
        {
            Number(json, value, RoundDigits);
        }

        json.WriteEndArray();
    }

    // Four digits are more than any page shows, and a quarter of what a number takes in full.
    private static void Number(Utf8JsonWriter json, double? value, int digits = ShownDigits)
    {
        if (value is { } number)
        {
            json.WriteNumberValue(
                double.Parse(
                    number.ToString($"E{digits - 1}", CultureInfo.InvariantCulture),
                    CultureInfo.InvariantCulture
                )
            );
        }
        else
        {
            json.WriteNullValue();
        }
    }
}
