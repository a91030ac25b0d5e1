using System.Collections.Immutable;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.MasterLogic;
using Aura.Testing;

namespace Aura.Engine.Tests.Incidents;

/// <summary>Reads the scenario files of this folder; README.md beside them says how one is written.</summary>
internal static class IncidentFile
{
    private const int MostRounds = 100;
    private const int Day = 24 * 60;

    private static readonly string Folder = Repository.PathOf("tests", "Aura.Engine.Tests", "Incidents");

    /// <summary>The ids of all files.</summary>
    public static ImmutableArray<string> Ids =>
        [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    /// <summary>The text of a file.</summary>
    public static string TextOf(string id) => File.ReadAllText(Path.Combine(Folder, $"{id}.json"));

    /// <summary>Reads one.</summary>
    /// <exception cref="FormatException">It is not as the readme says; the message names key, value and what is accepted.</exception>
    public static IncidentScenario Parse(string id, string text)
    {
        var file = ScenarioNode.Parse($"{id}.json", text).Only(
            "id", "title", "source", "happened", "modelled", "asset", "minutesPerRound", "wrongAbovePercent", "guards", "without",
            "limits", "sources", "phases", "guarded", "unguarded", "alone");
        ImmutableArray<IncidentSource> sources = [.. file.List("sources").Select(Source)];
        ImmutableArray<string> names = [.. sources.Select(source => source.Id)];
        if (names.Distinct(StringComparer.Ordinal).Count() < names.Length)
            throw file.At("sources").Wrong("every id once");

        ImmutableArray<BreakerCause> guards = [.. file.List("guards").Select(Cause)];
        if (guards.IsEmpty)
            throw file.At("guards").Wrong("at least one cause: a replay without a guard proves nothing");

        ImmutableArray<IncidentPhase> phases = [.. file.List("phases").Select(phase => Phase(phase, names))];
        int rounds = phases.Sum(phase => phase.Rounds);
        return new IncidentScenario(
            file.At("id").OneOf(id), file.At("title").Text(), file.At("source").Text(), Asset(file.At("asset")),
            file.At("minutesPerRound").Whole(1, 60), file.At("wrongAbovePercent").Whole(1, 100), guards,
            file.At("without").OneOf(CauseMode.Off, CauseMode.Shadow), [.. file.ListOrNone("limits").Select(Limit)], sources, phases,
            Timeline(file.At("guarded"), rounds), Timeline(file.At("unguarded"), rounds),
            guards.ToImmutableDictionary(
                guard => guard,
                guard => file.At("alone").Only([.. guards.Select(known => known.ToString())]).At($"{guard}").Whole(0, rounds)));
    }

    private static AssetSymbol Asset(ScenarioNode node)
    {
        try
        {
            return AssetSymbol.Parse(node.Text());
        }
        catch (FormatException exception)
        {
            throw node.Wrong($"a symbol ({exception.Message})");
        }
    }

    private static BreakerCause Cause(ScenarioNode node) =>
        node.OneOf([.. BreakerCauses.Default.Select(rule => rule.Cause)]);

    private static CauseRule Limit(ScenarioNode node)
    {
        node.Only("cause", "enterAbove", "leaveAt");
        return new CauseRule(Cause(node.At("cause")), CauseMode.On)
        {
            EnterAbove = node.At("enterAbove").Price(),
            LeaveAt = node.At("leaveAt").Price(),
        };
    }

    private static IncidentSource Source(ScenarioNode node)
    {
        node.Only("id", "vendor", "staleAfterMinutes");
        return new IncidentSource(
            node.At("id").Text(), node.At("vendor").OneOf([.. IncidentRules.Functions.Keys.Order(StringComparer.Ordinal)]),
            node.Has("staleAfterMinutes") ? node.At("staleAfterMinutes").Whole(1, 30 * Day) : 15);
    }

    private static IncidentPhase Phase(ScenarioNode node, ImmutableArray<string> names)
    {
        node.Only("rounds", "truth", "all", "prices", "frozen", "silent", "reset");
        var prices = ImmutableDictionary<string, decimal>.Empty;
        if (node.Has("all"))
            prices = prices.AddRange(names.Select(name => KeyValuePair.Create(name, node.At("all").Price())));
        if (node.Has("prices"))
        {
            var stated = node.At("prices").Only(names);
            prices = prices.SetItems(stated.Keys.Select(name => KeyValuePair.Create(name, stated.At(name).Price())));
        }

        ImmutableHashSet<string> silent = [.. node.ListOrNone("silent").Select(name => name.OneOf(names))];
        if (names.FirstOrDefault(name => !prices.ContainsKey(name) && !silent.Contains(name)) is { } missing)
            throw node.Wrong($"a price of every source, or its silence: '{missing}' has neither");

        return new IncidentPhase(
            node.At("rounds").Whole(1, MostRounds), node.At("truth").Price(), prices,
            [.. node.ListOrNone("frozen").Select(name => name.OneOf(names))], silent, node.Has("reset") && node.At("reset").Flag());
    }

    private static IncidentTimeline Timeline(ScenarioNode node, int rounds)
    {
        node.Only("wrongPublished", "rightWithheld", "shadowTrips", "timeline");
        ImmutableArray<IncidentRow> rows = [.. node.List("timeline").Select((row, index) => Row(row, index + 1))];
        if (rows.Length != rounds)
            throw node.At("timeline").Wrong($"one row for each of the {rounds} rounds, not {rows.Length}");

        return new IncidentTimeline(
            node.At("wrongPublished").Whole(0, rounds), node.At("rightWithheld").Whole(0, rounds),
            node.Has("shadowTrips") ? node.At("shadowTrips").Whole(0, rounds) : 0, rows);
    }

    private static IncidentRow Row(ScenarioNode node, int round)
    {
        node.Only("round", "tier", "causes", "shadows", "state", "system", "published");
        return new IncidentRow(
            node.At("round").Whole(round, round), node.At("tier").OneOf<Tier>(), [.. node.List("causes").Select(Cause)],
            [.. node.ListOrNone("shadows").Select(Cause)], node.At("state").OneOf<BreakerState>(),
            node.Has("system") ? node.At("system").OneOf<BreakerState>() : BreakerState.Closed,
            node.At("published").IsNull ? null : node.At("published").Price());
    }
}
