using System.Globalization;
using System.Text;
using System.Text.Json;
using Memory64.Results.Relations;
using Memory64.Results.RunFiles.Records;
using Memory64.Results.Tables;

namespace Memory64.Results.Pages;

/// <summary>
/// What <c>results/explore.html</c> has of a machine, as JSON: everything that it shows is computed here, by the statistics of the
/// tables. Times are nanoseconds for one operation.
/// </summary>
/// <remarks>
/// <code>
/// { "id", "cpu", "cores", "engines": [ { "id", "title" } ],
///   "cases": [ [ class, method, { parameter: value } ] ],
///   "rows": [ [ engine, case, status, reason, guest, time, spread, [ time of each round ], bytes, [ instructions, those of the check ],
///               [ [ label, case, ratio, lower, upper, verdict, isOfLevels, time, control's time, rounds, [ ratio of each round ] ] ] ] ] }
/// </code>
/// </remarks>
internal static class ExplorerData
{
    private const int Digits = 4;

    // Enough to tell apart what one case's guest was: of two guests nothing is compared.
    private const int GuestDigits = 8;

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
            json.WriteString("title", engine.Run.Engine.TitleAs(engine.Id));
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
        json.WriteStartArray("rows");
        foreach (var (index, engine) in all.Index())
        {
            foreach (var result in engine.Results.Cases)
            {
                WriteRow(json, index, result, engine.Results, numbers);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

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
        Dictionary<string, int> numbers
    )
    {
        var measured = result.Case;
        json.WriteStartArray();
        json.WriteNumberValue(engine);
        json.WriteNumberValue(numbers[measured.Id]);
        json.WriteStringValue(measured.Status.ToString().ToLowerInvariant());
        json.WriteStringValue(measured.Reason);
        json.WriteStringValue(
            measured.Guest is { Sha256: var sha } ? sha[..Math.Min(GuestDigits, sha.Length)] : null
        );
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
            Number(json, value);
        }

        json.WriteEndArray();
    }

    // Four digits are more than any page shows, and a quarter of what a number takes in full.
    private static void Number(Utf8JsonWriter json, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumberValue(
                double.Parse(
                    number.ToString($"E{Digits - 1}", CultureInfo.InvariantCulture),
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
