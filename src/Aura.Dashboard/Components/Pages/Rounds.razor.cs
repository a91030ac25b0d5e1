using System.Collections.Immutable;
using Aura.Dashboard.Components.Appearance;
using Aura.Dashboard.Components.Controls;
using Aura.Dashboard.Publishing.Live;
using Aura.Dashboard.Queries;
using Aura.Engine.Canon;
using Aura.Engine.MasterLogic;
using Aura.Engine.Publishing;
using Aura.Engine.Rounds;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Pages;

/// <summary>Every decided round, to be found again. The newest page follows the rounds as long as nothing is filtered.</summary>
public sealed partial class Rounds
{
    private const int Shown = 50;
    private const string AssetKey = "asset";
    private const string TierKey = "tier";
    private const string ChangesKey = "changes";
    private const string IncompleteKey = "incomplete";
    private const string BeforeKey = "before";

    private ImmutableArray<AssetSymbol> _symbols = [];
    private ChosenRange _range = ChosenRange.All;
    private RoundFilter _filter = RoundFilter.Everything;
    private string? _filterFault;
    private string? _asked;
    private RoundPage? _page;
    private bool _failed;

    [Inject]
    public required RuleSet Rules { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    internal IRoundSearch Search { get; init; } = default!;

    [SupplyParameterFromQuery]
    public string? Asset { get; set; }

    [SupplyParameterFromQuery]
    public string? Tier { get; set; }

    [SupplyParameterFromQuery]
    public bool Changes { get; set; }

    [SupplyParameterFromQuery]
    public bool Incomplete { get; set; }

    [SupplyParameterFromQuery]
    public string? Range { get; set; }

    [SupplyParameterFromQuery]
    public string? From { get; set; }

    [SupplyParameterFromQuery]
    public string? To { get; set; }

    [SupplyParameterFromQuery]
    public long? Before { get; set; }

    private bool Follows => Before is null && !_filter.ReadsReports && _range is { To: null };

    private ImmutableArray<RoundReport> Rows =>
        _page is not { } page ? []
        : Follows && View is { } live
            ? [.. live.Newest.Where(round => page.Reports is not [var newest, ..] || round.Round.CompareTo(newest.Round) > 0)
                .Concat(page.Reports).Take(Shown)]
            : page.Reports;

    protected override async Task OnParametersSetAsync()
    {
        if (string.Equals(_asked, Navigation.Uri, StringComparison.Ordinal))
            return;

        _asked = Navigation.Uri;
        _symbols = [.. Rules.Market.Assets.Select(asset => asset.Symbol)];
        (_range, _filterFault) = (ChosenRange.OrAll(Range, From, To, Clock.GetUtcNow()), null);
        _filter = new RoundFilter(AskedAsset(), AskedTier(), Changes, Incomplete, _range.From, _range.To);
        await ReadAsync();
    }

    private protected override RoundsView Read(LiveSnapshot snapshot) => new([.. snapshot.History.Reverse()]);

    private protected override bool IsEmpty(RoundsView view) => view.Newest.IsEmpty;

    private async Task ReadAsync()
    {
        (_page, _failed) = (null, false);
        if (_range.Fault is not null || _filterFault is not null)
        {
            _page = new RoundPage([], null, IsEnd: true);
            return;
        }

        string? asked = _asked;
        try
        {
            var page = await Search.FindAsync(_filter, Before is { } number ? new RoundNumber(number) : null, Shown, Left);
            // Meanwhile the person may have asked for something else.
            if (string.Equals(asked, _asked, StringComparison.Ordinal))
                _page = page;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LivePageLog.Failed(Loggers.CreateLogger<Rounds>(), exception);
            _failed = true;
        }
    }

    private Task ReadAgainAsync()
    {
        Retry();
        return ReadAsync();
    }

    private AssetSymbol? AskedAsset()
    {
        if (string.IsNullOrEmpty(Asset))
            return null;
        foreach (var symbol in _symbols)
            if (string.Equals(symbol.Value, Asset, StringComparison.Ordinal))
                return symbol;
        _filterFault = T("There is no asset '{0}'. There are {1}.", Asset, string.Join(", ", _symbols));
        return null;
    }

    private Tier? AskedTier()
    {
        if (string.IsNullOrEmpty(Tier))
            return null;
        if (Enum.TryParse<Tier>(Tier, ignoreCase: false, out var tier) && Enum.IsDefined(tier))
            return tier;
        _filterFault = T("There is no tier '{0}'. There are {1}.", Tier, string.Join(", ", Enum.GetNames<Tier>()));
        return null;
    }

    // Another filter begins at the newest round again.
    private void Choose(string key, ChangeEventArgs change) => Navigation.NavigateTo(
        Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [key] = change.Value switch
            {
                true => true,
                string { Length: > 0 } word => word,
                _ => null,
            },
            [BeforeKey] = null,
        }));

    private string At(string key, long? value) => Navigation.GetUriWithQueryParameter(key, value);

    private CsvTable AsCsv() => new(
        [
            "round", "slot", "completedAt", "rawScore",
            .. _symbols.SelectMany(symbol => new[] { $"{symbol} price", $"{symbol} tier", $"{symbol} dispersionPercent", $"{symbol} quality" }),
            "observations", "nodes", "breakerChanges",
        ],
        [.. Rows.Select(RowOf)]);

    private IReadOnlyList<object?> RowOf(RoundReport round) =>
    [
        round.Round.Value, round.Slot.Instant, round.CompletedAt, round.System.RawScore,
        .. _symbols.Select(symbol => round.Assets.FirstOrDefault(asset => asset.Asset == symbol)).SelectMany(asset =>
            new object?[] { asset?.Price, asset?.Tier.ToString(), asset?.DispersionPercent, asset?.Quality.ToString() }),
        round.Network.Counted, round.Network.Nodes, string.Join("; ", round.Transitions.Select(BreakerWords.Of)),
    ];
}
