using Aura.Engine.Canon;
using Aura.Engine.Consensus;
using Aura.Engine.Market;
using Aura.Engine.Rounds.Thresholds;
using Microsoft.Extensions.Options;

namespace Aura.Dashboard.Configuration;

/// <summary>Checks every setting that becomes the rule set and reports all errors, each naming key, value and what is accepted.</summary>
internal sealed class EngineOptionsValidator : IValidateOptions<EngineOptions>
{
    private const int FewestNodes = 4;
    private const int MostNodes = 31;
    private const decimal MostTolerancePercent = 5m;

    public ValidateOptionsResult Validate(string? name, EngineOptions options)
    {
        var errors = new List<string>(options.Unreadable);
        CheckMarket(options.Market, errors);
        CheckAssets(options.Assets, errors);
        CheckReplayedSources(options, errors);
        CheckQuorum(options, errors);
        CheckTolerance(options.Consensus, errors);
        CheckRange("Breaker:CoolDown", options.Breaker.CoolDown, TimeSpan.Zero, TimeSpan.FromDays(1), errors);
        CheckRange("Breaker:HalfOpenRounds", options.Breaker.HalfOpenRounds, 1, 100, errors);
        CheckRange("Breaker:NoDecisionRounds", options.Breaker.NoDecisionRounds, 1, ThresholdSet.MostRounds, errors);
        if (options.Breaker.ApprovalsRequired is { } approvals)
            CheckRange("Breaker:ApprovalsRequired", approvals, 1, 2, errors);
        CheckCauses(options.Breaker, errors);
        CheckAlerts(options.Alerts, errors);
        CheckSchedule(options.Rounds, errors);
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static void CheckMarket(MarketOptions market, List<string> errors)
    {
        if (market.Mode is MarketMode.Replay && market.Replay.Path.Length == 0)
            errors.Add("Market:Replay:Path is empty: in Replay it names a CSV file of prices.");
    }

    private static void CheckAssets(List<AssetOptions> assets, List<string> errors)
    {
        if (assets.Count == 0)
            errors.Add("Assets is empty: at least one asset is needed.");

        var symbols = new HashSet<string>(StringComparer.Ordinal);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, asset) in assets.Index())
        {
            string key = $"Assets:{i}";
            CheckName($"{key}:Symbol", asset.Symbol, AssetSymbol.Parse, symbols, errors);
            CheckRange($"{key}:LowestPrice", asset.LowestPrice, 0.000001m, 1_000_000_000m, errors);
            if (asset.HighestPrice <= asset.LowestPrice)
                errors.Add($"{key}:HighestPrice is '{asset.HighestPrice}': it must be above {key}:LowestPrice, '{asset.LowestPrice}'.");
            if (asset.Sources.Count == 0)
                errors.Add($"{key}:Sources is empty: {asset.Symbol} needs at least one source.");
            foreach (var (j, action) in asset.CorporateActions.Index())
                errors.AddRange(CorporateActionText.Defects($"{key}:CorporateActions:{j}", action));
            foreach (var (j, source) in asset.Sources.Index())
                CheckSource($"{key}:Sources:{j}", source, asset, ids, errors);
        }
    }

    // A misspelt id would leave its source out of the rule set, and nobody would miss it.
    private static void CheckReplayedSources(EngineOptions options, List<string> errors)
    {
        if (options.Market.Mode is not MarketMode.Replay)
            return;

        var ids = options.Assets.SelectMany(asset => asset.Sources).Select(source => source.Id)
            .ToHashSet(StringComparer.Ordinal);
        errors.AddRange(options.Market.Replay.Columns
            .Where(entry => entry.Value.Length > 0 && !ids.Contains(entry.Key))
            .Select(entry => $"Market:Replay:Columns:{entry.Key} is '{entry.Value}': no source has this id."));
    }

    private static void CheckSource(
        string key, SourceOptions source, AssetOptions asset, HashSet<string> ids, List<string> errors)
    {
        CheckName($"{key}:Id", source.Id, SourceId.Parse, ids, errors);
        if (BodyParsers.Find(source.Vendor, source.Function) is null)
            errors.Add($"{key}: no vendor '{source.Vendor}' with the function '{source.Function}' is known. Known are "
                + string.Join(", ", BodyParsers.All.Select(parser => $"{parser.Vendor} {parser.Function}")) + ".");
        if (source.Symbol.Length == 0)
            errors.Add($"{key}:Symbol is empty: it is the vendor's name of the instrument.");
        if (source.Function is "CURRENCY_EXCHANGE_RATE" && source.Symbol.Split('/') is not [{ Length: > 0 }, { Length: > 0 }])
            errors.Add($"{key}:Symbol is '{source.Symbol}': an exchange rate is named by a pair such as XAU/USD.");
        if (source.Unit != asset.Unit && (source.Unit, asset.Unit) is not (PriceUnit.Share, PriceUnit.TroyOunce))
            errors.Add($"{key}:Unit is '{source.Unit}': it cannot be converted to {asset.Symbol}'s {asset.Unit}.");
        CheckRange($"{key}:Weight", source.Weight, 0.000001m, 100m, errors);
        if (source.StaleAfter is { } limit)
            CheckRange($"{key}:StaleAfter", limit, TimeSpan.FromSeconds(1), TimeSpan.FromDays(30), errors);
    }

    private static void CheckQuorum(EngineOptions options, List<string> errors)
    {
        int faults = errors.Count;
        CheckRange("Nodes:Count", options.Nodes.Count, FewestNodes, MostNodes, errors);
        CheckRange("Consensus:QuorumPercent", options.Consensus.QuorumPercent, 51, 100, errors);
        var quorum = new Quorum(options.Nodes.Count, options.Consensus.QuorumPercent);
        if (errors.Count == faults && !quorum.IsSafe)
            errors.Add($"Consensus:QuorumPercent is '{quorum.Percent}': of {quorum.Nodes} nodes it needs {quorum.VotesNeeded} votes; "
                + $"{quorum.Byzantine} to {quorum.Nodes - quorum.Faulty} are accepted, so that with f = {quorum.Faulty} faulty nodes "
                + $"two values never both win (N = {quorum.Nodes}, at least ⌊(N+f)/2⌋+1) and silent ones never stop a round (at most N−f).");
    }

    private static void CheckTolerance(ConsensusOptions consensus, List<string> errors)
    {
        if (consensus.MedianTolerancePercent is <= 0m or > MostTolerancePercent)
            errors.Add($"Consensus:MedianTolerancePercent is '{consensus.MedianTolerancePercent}': accepted are values "
                + $"above 0, up to {MostTolerancePercent}.");
    }

    private static void CheckCauses(BreakerOptions breaker, List<string> errors)
    {
        foreach (var (cause, options) in breaker.Causes.ByName())
        {
            string key = $"Breaker:Causes:{cause}";
            CheckRange($"{key}:EnterAbove", options.EnterAbove, 0m, ThresholdSet.MostOfCause, errors);
            CheckRange($"{key}:LeaveAt", options.LeaveAt, 0m, ThresholdSet.MostOfCause, errors);
            if (options.LeaveAt > options.EnterAbove)
                errors.Add($"{key}:LeaveAt is '{options.LeaveAt}': it must not be above {key}:EnterAbove, '{options.EnterAbove}'.");
        }

        CheckRange("Breaker:Flapping:MostTransitions", breaker.Flapping.MostTransitions, 0, 100, errors);
        CheckRange(
            "Breaker:Flapping:Window", breaker.Flapping.Window, TimeSpan.FromMinutes(1), TimeSpan.FromDays(1), errors);
    }

    private static void CheckAlerts(AlertsOptions alerts, List<string> errors)
    {
        CheckRange("Alerts:AcknowledgedFor", alerts.AcknowledgedFor, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1), errors);
        CheckRange("Alerts:EscalateAfter", alerts.EscalateAfter, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1), errors);
        CheckRange("Alerts:CalmRounds", alerts.CalmRounds, 1, 100, errors);
        CheckRange("Alerts:LongestSilence", alerts.LongestSilence, TimeSpan.FromMinutes(1), TimeSpan.FromHours(8), errors);
    }

    private static void CheckSchedule(RoundsOptions rounds, List<string> errors)
    {
        RoundSchedule schedule;
        try
        {
            schedule = RoundSchedule.Parse(rounds.Cron);
        }
        catch (FormatException exception)
        {
            errors.Add($"Rounds:Cron is '{rounds.Cron}': not a schedule of five or six fields. {exception.Message}");
            return;
        }

        if (rounds.GatherTimeout < TimeSpan.FromMilliseconds(100) || rounds.GatherTimeout >= schedule.Period)
            errors.Add($"Rounds:GatherTimeout is '{rounds.GatherTimeout}': accepted are 00:00:00.1 up to, but not, the period of Rounds:Cron, {schedule.Period}.");
    }

    private static void CheckName<T>(
        string key, string value, Func<string, T> parse, HashSet<string> seen, List<string> errors)
    {
        try
        {
            _ = parse(value);
            if (!seen.Add(value))
                errors.Add($"{key} is '{value}': another entry has the same name.");
        }
        catch (FormatException exception)
        {
            errors.Add($"{key} is '{value}': {exception.Message}");
        }
    }

    private static void CheckRange<T>(string key, T value, T lowest, T highest, List<string> errors)
        where T : IComparable<T>
    {
        if (value.CompareTo(lowest) < 0 || value.CompareTo(highest) > 0)
            errors.Add($"{key} is '{value}': accepted are {lowest} to {highest}.");
    }
}
