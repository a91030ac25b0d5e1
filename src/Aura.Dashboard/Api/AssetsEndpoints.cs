using Aura.Dashboard.Publishing.Live;
using Aura.Dashboard.Queries;
using Aura.Engine.Publishing;
using Aura.Engine.Rounds;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Aura.Dashboard.Api;

/// <summary><c>GET assets/{symbol}/history</c>.</summary>
internal static class AssetsEndpoints
{
    public static void MapAssets(this RouteGroupBuilder group) =>
        group.MapGet("assets/{symbol}/history", HistoryAsync)
            .WithName("getAssetHistory")
            .WithSummary(
                "An asset in the rounds whose slot is at or after 'from' and before 'to', newest first. "
                + "'next' is the 'to' of the next page, null on the last. 'price' is as it was agreed; 'adjustedPrice' is there when a split came later, in shares of today.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<HistoryView>, ProblemHttpResult>> HistoryAsync(
        string symbol, string? from, string? to, string? limit, IRoundHistory history, RiskEngine engine, RoundFeed feed,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader();
        int most = query.Limit(limit);
        var (first, end) = (query.Instant("from", from), query.Instant("to", to));
        if (first >= end)
            query.Refuse("from", $"'from' is '{from}': accepted is a time before 'to', which is '{to}'.");
        if (query.Problem() is { } problem)
            return problem;

        var reports = await history.BetweenAsync(first, end, most, cancellationToken);
        var splits = engine.Rules.Settings.Market.Assets.FirstOrDefault(asset => Is(asset.Symbol.Value, symbol))?.CorporateActions;
        var asOf = feed.Current.Latest?.MarketTime ?? default;
        var points = reports
            .Select(report => (Report: report, Asset: report.Assets.FirstOrDefault(asset => IsNamed(asset, symbol))))
            .Where(found => found.Asset is not null)
            .Select(found => HistoryPointView.Of(found.Report, found.Asset!, splits, asOf))
            .ToList();
        // An asset that has left the settings keeps its history.
        if (points.Count == 0 && !engine.Rules.Settings.Market.Assets.Any(asset => Is(asset.Symbol.Value, symbol)))
            return Unknown(symbol, engine.Rules.Settings);

        return TypedResults.Ok(new HistoryView(
            symbol, points, reports.Count == most ? reports[^1].Slot.Instant : null));
    }

    private static ProblemHttpResult Unknown(string symbol, RuleSet rules) =>
        TypedResults.Problem(
            statusCode: StatusCodes.Status404NotFound, title: "No such asset.",
            detail: $"There is no asset '{symbol}'. There are "
                + $"{string.Join(", ", rules.Market.Assets.Select(asset => asset.Symbol))}.");

    private static bool IsNamed(AssetReport asset, string symbol) => Is(asset.Asset.Value, symbol);

    private static bool Is(string known, string symbol) => string.Equals(known, symbol, StringComparison.Ordinal);
}
