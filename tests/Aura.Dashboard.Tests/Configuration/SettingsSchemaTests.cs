using System.Text.Json.Nodes;
using Aura.Dashboard.Identity;
using Aura.Dashboard.Sources.Scenarios;
using Aura.Dashboard.Tests.Architecture;
using Aura.Engine.Market;
using Aura.Testing;
using NJsonSchema;

namespace Aura.Dashboard.Tests.Configuration;

/// <summary>The schema is the settings' documentation, so it is compared with the classes that read them.</summary>
public sealed class SettingsSchemaTests
{
    private static readonly JsonObject Schema = SettingsSchema.Load();
    private static readonly IReadOnlyList<SchemaSetting> Stated = SettingsSchema.Settings(Schema);

    private static readonly IReadOnlyList<OptionsSetting> Bound =
        [.. SettingsSchema.Roots(typeof(DemoAccounts).Assembly).SelectMany(SettingsSchema.Settings)];

    [Fact]
    public async Task The_shipped_settings_satisfy_the_schema() =>
        Assert.Empty(await FaultsAsync(Shipped()));

    [Fact]
    public void The_shipped_settings_name_the_schema_that_lies_beside_them() =>
        Assert.Equal("./" + Path.GetFileName(SettingsSchema.Path), (string?)Shipped()["$schema"]);

    [Fact]
    public void The_schema_states_its_dialect() =>
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", (string?)Schema["$schema"]);

    [Fact]
    public void Every_setting_of_an_options_class_is_in_the_schema()
    {
        var missing = Bound.Select(setting => setting.Key).Except(Stated.Select(setting => setting.Key)).ToList();

        Assert.True(missing.Count == 0, "appsettings.schema.json lacks " + string.Join(", ", missing)
            + ": add each with description, type, default and limits, then run `make settings-table`.");
    }

    [Fact]
    public void Every_setting_of_the_schema_is_read_by_an_options_class()
    {
        var unread = Stated.Select(setting => setting.Key).Except(Bound.Select(setting => setting.Key)).ToList();

        Assert.True(unread.Count == 0, "No *Options class reads " + string.Join(", ", unread)
            + ": remove each from appsettings.schema.json, then run `make settings-table`.");
    }

    [Fact]
    public void Defaults_are_equal_in_schema_and_classes()
    {
        // A name, a symbol and the like have no default: their class starts empty and the schema requires them.
        var required = Stated.Where(setting => setting.Default is null).Select(setting => setting.Key).ToHashSet();
        var expected = Bound.Where(bound => !required.Contains(bound.Key) || bound.Default is { Length: > 0 })
            .Select(bound => $"{bound.Key} = {bound.Default}");

        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            Stated.Where(setting => setting.Default is not null).Select(setting => $"{setting.Key} = {setting.Default}")
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Types_are_equal_in_schema_and_classes() => Assert.Equal(
        Bound.Select(bound => $"{bound.Key}: {JsonTypeOf(bound.Type)}").Order(StringComparer.Ordinal),
        Stated.Select(setting => $"{setting.Key}: {setting.Type}").Order(StringComparer.Ordinal));

    [Fact]
    public void Every_setting_and_every_section_has_a_description()
    {
        var all = Stated.Select(setting => (setting.Key, setting.Node)).Concat(SettingsSchema.Objects(Schema));

        Assert.DoesNotContain(all, entry => ((string?)entry.Node["description"] ?? string.Empty).Length < 10);
    }

    [Fact]
    public void Numbers_and_time_spans_state_a_limit()
    {
        var unbounded = Stated
            .Where(setting => setting.Type is "integer" or "number" || setting.Node.ContainsKey("pattern"))
            .Where(setting => setting is { Lowest: null, Above: null } && setting.Default is not null)
            .Select(setting => setting.Key);

        Assert.Empty(unbounded);
    }

    [Fact]
    public void No_object_accepts_unknown_keys() => Assert.All(
        SettingsSchema.Objects(Schema),
        entry => Assert.True(entry.Node["additionalProperties"] is JsonValue value && !(bool)value, entry.Key));

    [Fact]
    public void Only_the_scenarios_and_vendors_that_exist_are_accepted()
    {
        Assert.Equal(ScenarioLibrary.Names, Accepted("Market:Scenario"));
        Assert.Equal(
            BodyParsers.All.Select(parser => parser.Vendor).Distinct().Order(StringComparer.Ordinal),
            Accepted("Assets:{i}:Sources:{j}:Vendor").Order(StringComparer.Ordinal));
        Assert.Equal(
            BodyParsers.All.Select(parser => parser.Function).Distinct().Order(StringComparer.Ordinal),
            Accepted("Assets:{i}:Sources:{j}:Function").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_names_that_the_schema_accepts_are_those_that_the_host_accepts()
    {
        var named = Bound.Where(bound => bound.Type.IsEnum).ToList();

        Assert.NotEmpty(named);
        foreach (var bound in named)
        {
            var stated = Stated.Single(setting => setting.Key == bound.Key);
            var accepted = Enum.GetNames(bound.Type)
                .Where(name => !OptionsRule.ErrorsOf(stated.FirstKey, name, OptionsRuleTests.HostServices)
                    .Any(error => error.StartsWith($"{stated.FirstKey} is '{name}'", StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal).ToList();
            Assert.True(
                accepted.SequenceEqual(stated.Accepted.Order(StringComparer.Ordinal)),
                $"appsettings.schema.json accepts {string.Join(", ", stated.Accepted)} for {bound.Key}, the host accepts "
                    + $"{string.Join(", ", accepted)}: make the enum there equal, then run `make settings-table`.");
        }
    }

    public static TheoryData<string, string> Broken => new()
    {
        { "Colour", "\"red\"" },
        { "Market", """{ "Colour": "red" }""" },
        { "Market", """{ "Replay": { "Pth": "x.csv" } }""" },
        { "Market", """{ "Mode": "Paper" }""" },
        { "Market", """{ "Seed": "lucky" }""" },
        { "Nodes", """{ "Count": 3 }""" },
        { "Nodes", """{ "Count": 32 }""" },
        { "Nodes", "4" },
        { "Assets", "[]" },
        { "Assets", """[{ "Symbol": "GOLD", "Sources": [] }]""" },
        { "Breaker", """{ "CoolDown": "soon" }""" },
        { "Storage", """{ "Provder": "Sqlite" }""" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task What_the_host_refuses_the_schema_refuses_too(string section, string json)
    {
        var settings = Shipped();
        settings[section] = JsonNode.Parse(json);

        Assert.NotEmpty(await FaultsAsync(settings));
    }

    private static IReadOnlyList<string> Accepted(string key) =>
        Stated.Single(setting => string.Equals(setting.Key, key, StringComparison.Ordinal)).Accepted;

    private static JsonObject Shipped() =>
        JsonNode.Parse(File.ReadAllText(Repository.PathOf("appsettings.json")))!.AsObject();

    private static async Task<IReadOnlyList<string>> FaultsAsync(JsonObject settings)
    {
        var schema = await JsonSchema.FromJsonAsync(Schema.ToJsonString(), TestContext.Current.CancellationToken);
        return [.. schema.Validate(settings.ToJsonString()).Select(fault => fault.ToString())];
    }

    private static string JsonTypeOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { IsEnum: true } => "string",
        var number when number == typeof(int) || number == typeof(long) => "integer",
        var fraction when fraction == typeof(decimal) => "number",
        var flag when flag == typeof(bool) => "boolean",
        var map when map == typeof(Dictionary<string, string>) => "object",
        _ => "string",
    };
}
