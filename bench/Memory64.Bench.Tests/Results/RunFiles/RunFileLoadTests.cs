using System.Text;
using Memory64.Results.RunFiles;
using Xunit;

namespace Memory64.Bench.Tests.Results.RunFiles;

public sealed class RunFileLoadTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Reads_an_older_schema_and_writes_the_current_one(int schema)
    {
        var path = _folder.At("old.json");
        TestRuns.Rich().Save(path);
        File.WriteAllText(
            path,
            File.ReadAllText(path)
                .Replace("\"schema\": 3", $"\"schema\": {schema}", StringComparison.Ordinal)
        );

        var run = RunFile.Load(path);
        Assert.Equal(schema, run.Schema);
        run.Save(path);
        Assert.Equal(3, RunFile.Load(path).Schema);
    }

    [Fact]
    public void Loads_what_was_saved()
    {
        var path = _folder.At("50.0.1.json");
        var run = TestRuns.Rich();
        run.Save(path);

        var loaded = RunFile.Load(path);

        Assert.Equal(run.Machine, loaded.Machine);
        Assert.Equal(run.Engine, loaded.Engine);
        Assert.Equal(run.Suite, loaded.Suite);
        Assert.Equal((run.Started, run.Profile), (loaded.Started, loaded.Profile));
        Assert.Equal(run.Cases.Count, loaded.Cases.Count);
        foreach (var expected in run.Cases)
        {
            Assert.Equivalent(
                expected,
                loaded.Cases.Single(c => c.Id == expected.Id),
                strict: true
            );
        }
    }

    [Theory]
    [InlineData(
        "\"schema\": 3",
        "\"schema\": 4",
        "line 2, $.schema: schema 4 is not known; this program reads 1 to 3"
    )]
    [InlineData(
        "\"schema\": 3",
        "\"schema\": \"2\"",
        "line 2, $.schema: must be one of 1, 2, 3, not \"2\""
    )]
    [InlineData("\"schema\": 3,", "", "$: Required properties [\"schema\"] are not present")]
    [InlineData(
        "\"profile\"",
        "\"profil\"",
        "$.profil: no such property in schema 3; remove it or correct its name"
    )]
    [InlineData(
        "\"profile\": \"standard\",",
        "",
        "$: Required properties [\"profile\"] are not present"
    )]
    [InlineData(
        "\"minorFaults\": 100,",
        "",
        "$.cases[0].rounds[0]: Required properties [\"minorFaults\"] are not present"
    )]
    [InlineData(
        "\"profile\": \"standard\"",
        "\"Profile\": \"standard\"",
        "$.Profile: no such property"
    )]
    [InlineData(
        "\"profile\": \"standard\"",
        "\"profile\": null",
        "$.profile: Value is \"null\" but should be \"string\""
    )]
    [InlineData(
        "\"profile\": \"standard\"",
        "\"profile\": \"a\", \"profile\": \"b\"",
        "$.profile: is there twice"
    )]
    [InlineData(
        "\"operations\": 1,",
        "\"operations\": 1.5,",
        "$.cases[0].operations: Value is \"number\" but should be \"integer\""
    )]
    [InlineData(
        "\"operations\": 1,",
        "\"operations\": 0,",
        "$.cases[0].operations: 0 is less than 1"
    )]
    [InlineData("\"bytes\": 0,", "\"bytes\": -1,", "$.cases[0].bytes: -1 is less than 0")]
    [InlineData(
        "\"bytes\": 0,",
        "\"bytes\": 9223372036854775808,",
        "$.cases[0].bytes: is there twice, or too large to be read"
    )]
    [InlineData("\"pageBytes\": 4096", "\"pageBytes\": 0", "$.machine.pageBytes: 0 is less than 1")]
    [InlineData(
        "\"unit\": \"ns\"",
        "\"unit\": \"hours\"",
        "$.cases[0].unit: must be one of \"ns\", \"us\", \"ms\", \"s\", not \"hours\""
    )]
    [InlineData(
        "\"status\": \"measured\"",
        "\"status\": \"measurd\"",
        "$.cases[0].status: must be one of \"measured\", \"skipped\", \"failed\", not \"measurd\""
    )]
    [InlineData(
        "\"status\": \"measured\"",
        "\"status\": \"Measured\"",
        "$.cases[0].status: must be one of"
    )]
    [InlineData("\"status\": \"measured\"", "\"status\": 0", "$.cases[0].status: must be one of")]
    [InlineData(
        "\"status\": \"measured\"",
        "\"status\": \"skipped\"",
        "$.cases[0].reason: skipped, but without a reason; say why"
    )]
    [InlineData(
        "\"status\": \"measured\"",
        "\"status\": \"failed\"",
        "$.cases[0].reason: failed, but without a reason; say why"
    )]
    [InlineData(
        "[5.5]",
        "[]",
        "$.cases[0].rounds[0].iterations: Value should have at least 1 items"
    )]
    [InlineData(
        "[5.5]",
        "[5.5, 0]",
        "$.cases[0].rounds[0].iterations[1]: 0 should be greater than 0"
    )]
    [InlineData(
        "[5.5]",
        "[-5.5]",
        "$.cases[0].rounds[0].iterations[0]: -5.5 should be greater than 0"
    )]
    [InlineData("[5.5]", "[1e999]", "$.cases[0].rounds[0].iterations[0]: Infinity ns is no time")]
    [InlineData(
        "[5.5]",
        "[\"NaN\"]",
        "$.cases[0].rounds[0].iterations[0]: Value is \"string\" but should be \"number\""
    )]
    [InlineData("[5.5]", "[NaN]", ": not JSON, or cut off")]
    [InlineData(
        "[5.5]",
        "5.5",
        "$.cases[0].rounds[0].iterations: Value is \"number\" but should be \"array\""
    )]
    [InlineData(
        "\"parameters\": {",
        "\"parameters\": { \"Width\": 8, ",
        "$.cases[0].parameters.Width: Value is \"integer\" but should be \"string\""
    )]
    [InlineData("\"id\": \"A.Run(Size=1)\"", "\"id\": \"\"", "$.cases[0].id: is empty")]
    [InlineData(
        "\"id\": \"A.Run(Size=2)\"",
        "\"id\": \"A.Run(Size=1)\"",
        "$.cases[1].id: A.Run(Size=1) is there twice"
    )]
    [InlineData(
        "\"control\": \"A.Run(Size=2)\"",
        "\"control\": \"A.Run(Size=1)\"",
        "$.cases[0].controls.control: the case is its own control"
    )]
    [InlineData(
        "\"control\": \"A.Run(Size=2)\"",
        "\"control\": \"\"",
        "$.cases[0].controls.control: is empty"
    )]
    [InlineData(
        "\"control\": \"A.Run(Size=2)\"",
        "\"\": \"A.Run(Size=2)\"",
        "$.cases[0].controls['']: a control without a label"
    )]
    [InlineData(
        "\"started\": \"2026-11-23T10:00:00Z\"",
        "\"started\": \"yesterday\"",
        "$.started: Value does not match format \"date-time\""
    )]
    [InlineData(
        "\"started\": \"2026-11-23T10:00:00Z\"",
        "\"started\": \"2026-11-23\"",
        "$.started: Value does not match format \"date-time\""
    )]
    [InlineData(
        "\"started\": \"2026-11-23T10:00:00Z\"",
        "\"started\": \"2026-11-23T10:00:00\"",
        "$.started: Value does not match format \"date-time\""
    )]
    [InlineData(
        "\"started\": \"2026-11-23T10:00:00Z\"",
        "\"started\": \"2026-11-23T10:00Z\"",
        "$.started: Value does not match format \"date-time\""
    )]
    [InlineData(
        "\"started\": \"2026-11-23T10:00:00Z\"",
        "\"started\": \"2026-11-23T10:00:00.Z\"",
        "$.started: Value does not match format \"date-time\""
    )]
    [InlineData(
        "\"started\": \"2026-11-23T10:00:00Z\"",
        "\"started\": \"2026-11-23T10:00:00+01\"",
        "$.started: Value does not match format \"date-time\""
    )]
    [InlineData("\"id\": \"test-machine\"", "\"id\": \" \"", "$.machine.id: is empty")]
    [InlineData("\"version\": \"50.0.1\"", "\"version\": \"\"", "$.engine.version: is empty")]
    [InlineData("\"nuget\"", "\"\\ud800\"", "an escape that is no character")]
    [InlineData("\"origin\"", "\"\\udc00\"", "an escape that is no character")]
    [InlineData("\"engine\": {", "\"engine\": [], \"engin\": {", "$.engin: no such property")]
    public void Refuses_in_one_line_what_is_not_the_schema(
        string valid,
        string broken,
        string message
    )
    {
        var text = ValidText();
        Assert.Contains(valid, text, StringComparison.Ordinal);
        var at = text.IndexOf(valid, StringComparison.Ordinal);

        var e = Refused(string.Concat(text.AsSpan(0, at), broken, text.AsSpan(at + valid.Length)));

        Assert.Contains(message, e.Message, StringComparison.Ordinal);
        Assert.StartsWith(_folder.At("broken.json"), e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', e.Message);
    }

    [Fact]
    public void Names_the_line()
    {
        var lines = ValidText().Split('\n').ToList();
        var index = lines.FindIndex(line =>
            line.Contains("\"unit\": \"ns\"", StringComparison.Ordinal)
        );
        lines[index] = "\"unit\": 5,";

        var e = Refused(string.Join('\n', lines));

        Assert.Equal(index + 1, e.Line);
        Assert.Equal("$.cases[0].unit", e.Property);
    }

    [Fact]
    public void Names_the_line_of_the_second_record_of_a_case()
    {
        var text = ValidText()
            .Replace(
                "\"id\": \"A.Run(Size=2)\"",
                "\"id\": \"A.Run(Size=1)\"",
                StringComparison.Ordinal
            );
        var second =
            text[..text.LastIndexOf("\"id\": \"A.Run(Size=1)\"", StringComparison.Ordinal)]
                .Count(c => c == '\n') + 1;

        Assert.Equal(second, Refused(text).Line);
    }

    [Fact]
    public void Refuses_a_measured_case_without_rounds()
    {
        var text = ValidText();
        var start =
            text.IndexOf("\"rounds\": [", StringComparison.Ordinal) + "\"rounds\": [".Length;
        var end = text.IndexOf(']', text.IndexOf(']', start) + 1);

        var e = Refused(text.Remove(start, end - start));

        Assert.Contains(
            "$.cases[0].rounds: measured, but without a round",
            e.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{ \"schema\": 1 } x")]
    [InlineData("schema: 1")]
    public void Refuses_what_is_not_json(string text) =>
        Assert.Contains(
            "line 1: not JSON, or cut off",
            Refused(text).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("5")]
    public void Refuses_json_that_is_no_object(string text) =>
        Assert.Contains(
            "not a run file, which is one JSON object",
            Refused(text).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Refuses_a_file_that_was_cut_off_at_any_place()
    {
        var text = ValidText().TrimEnd();
        for (var length = 0; length < text.Length; length += 7)
        {
            Assert.Contains(
                "not JSON, or cut off",
                Refused(text[..length]).Message,
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public void Refuses_nesting_without_end() =>
        Assert.Contains(
            "not JSON",
            Refused(new string('[', 100_000)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Refuses_bytes_that_are_not_utf8()
    {
        var bytes = Encoding.UTF8.GetBytes(ValidText());
        bytes[Array.IndexOf(bytes, (byte)'T')] = 0xff;
        var path = _folder.At("broken.json");
        File.WriteAllBytes(path, bytes);

        var e = Assert.Throws<RunFileException>(() => RunFile.Load(path));

        Assert.Contains("not UTF-8", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_file_that_is_too_large()
    {
        var path = _folder.At("large.json");
        using (var stream = File.Create(path))
        {
            stream.SetLength((32 << 20) + 1);
        }

        var e = Assert.Throws<RunFileException>(() => RunFile.Load(path));

        Assert.Contains("larger than 32 MiB", e.Message, StringComparison.Ordinal);
    }

    // A device has no length, and no end.
    [Fact]
    public void Refuses_what_never_ends()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no such device");
        var e = Assert.Throws<RunFileException>(() => RunFile.Load("/dev/zero"));

        Assert.Contains("larger than 32 MiB", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_file_that_is_not_there()
    {
        var e = Assert.Throws<RunFileException>(() => RunFile.Load(_folder.At("none.json")));

        Assert.Contains("none.json: cannot be read: ", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', e.Message);
    }

    [Fact]
    public void Refuses_a_folder() =>
        Assert.Throws<RunFileException>(() => RunFile.Load(_folder.Root));

    [Fact]
    public void Keeps_the_message_on_one_short_line_whatever_the_file_holds()
    {
        var name = "evil\\nname" + new string('x', 10_000);

        var e = Refused(
            ValidText().Replace("\"profile\"", $"\"{name}\"", StringComparison.Ordinal)
        );

        Assert.DoesNotContain('\n', e.Message);
        Assert.True(e.Message.Length < 2_000);
    }

    [Fact]
    public void Takes_a_byte_order_mark()
    {
        var path = _folder.At("bom.json");
        File.WriteAllText(
            path,
            ValidText(),
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)
        );

        Assert.Equal(2, RunFile.Load(path).Cases.Count);
    }

    [Fact]
    public void Takes_null_for_what_a_machine_or_case_does_not_have()
    {
        var text = ValidText()
            .Replace(
                "\"transparentHugePages\": \"madvise\"",
                "\"transparentHugePages\": null",
                StringComparison.Ordinal
            )
            .Replace("\"overcommit\": 0", "\"overcommit\": null", StringComparison.Ordinal)
            .Replace("\"virtualized\": true", "\"virtualized\": null", StringComparison.Ordinal);
        var path = _folder.At("nulls.json");
        File.WriteAllText(path, text);

        var machine = RunFile.Load(path).Machine;

        Assert.Equal(
            (null, null, null),
            (machine.TransparentHugePages, machine.Overcommit, machine.Virtualized)
        );
    }

    [Fact]
    public void Takes_a_time_of_another_zone_as_the_same_instant()
    {
        var path = _folder.At("zone.json");
        File.WriteAllText(
            path,
            ValidText().Replace("10:00:00Z", "12:00:00+02:00", StringComparison.Ordinal)
        );

        Assert.Equal(
            new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero),
            RunFile.Load(path).Started
        );
    }

    private string ValidText()
    {
        var path = _folder.At("valid.json");
        var first = TestRuns.Measured("A", "Run", "Size=1", 5.5) with
        {
            Controls = new() { ["control"] = "A.Run(Size=2)" },
        };
        TestRuns.Run(first, TestRuns.Measured("A", "Run", "Size=2", 6.5)).Save(path);
        return File.ReadAllText(path);
    }

    private RunFileException Refused(string text)
    {
        var path = _folder.At("broken.json");
        File.WriteAllText(path, text);
        return Assert.Throws<RunFileException>(() => RunFile.Load(path));
    }
}
