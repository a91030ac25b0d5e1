using System.Collections.Immutable;
using Aura.Dashboard.Queries;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Controls;

/// <summary>What the ledger says about breakers, newest first, a page at a time.</summary>
public sealed partial class BreakerEventList : IDisposable
{
    internal const int EntriesOnPage = 25;

    private readonly CancellationTokenSource _left = new();
    private IReadOnlyList<BreakerEvent>? _events;
    private string? _problem;
    private string? _read;
    private string? _place;
    private bool _hasOlder;

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    internal IBreakerHistory History { get; init; } = default!;

    [Inject]
    internal ILogger<BreakerEventList> Logger { get; init; } = default!;

    [Parameter]
    [EditorRequired]
    public required ImmutableArray<Engine.Canon.Scope> Scopes { get; set; }

    [Parameter]
    public string? Scope { get; set; }

    [Parameter]
    public long? Before { get; set; }

    /// <summary>Changes whenever the ledger may say something new.</summary>
    [Parameter]
    [EditorRequired]
    public required string Mark { get; set; }

    // An asset that is no longer configured keeps its past.
    private IEnumerable<string> Offered =>
        Scopes.Select(scope => scope.Value).Concat(Scope is null ? [] : [Scope]).Distinct(StringComparer.Ordinal);

    private string FileName => Scope is null ? "breaker-history" : $"breaker-history-{Scope}";

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        string place = $"{Scope} {Before}";
        string wanted = $"{place} {Mark}";
        if (string.Equals(_read, wanted, StringComparison.Ordinal))
            return;

        _read = wanted;
        // What is listed stays while it is read again; another page is not the old one.
        if (!string.Equals(_place, place, StringComparison.Ordinal))
            (_place, _events, _problem) = (place, null, null);
        if (!TryReadScope(out var scope))
        {
            _problem = T("'{0}' is not the name of a breaker. Choose one of those above.", Scope);
            return;
        }

        try
        {
            // One more than is shown says whether there are older ones.
            var found = await History.BeforeAsync(scope, Before, EntriesOnPage + 1, _left.Token);
            if (string.Equals(_read, wanted, StringComparison.Ordinal))
                Show(found);
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // The page was left.
        }
        catch (Exception exception)
        {
            // By design a list that cannot be read leaves the buttons beside it usable.
            Log.NotRead(Logger, exception);
            _problem = T("The ledger could not be read; it is read again in a few seconds.");
        }
    }

    private void Show(IReadOnlyList<BreakerEvent> found)
    {
        var shown = found.Select(happened => happened.Sequence).Distinct().Take(EntriesOnPage).ToHashSet();
        _events = [.. found.Where(happened => shown.Contains(happened.Sequence))];
        _hasOlder = _events.Count < found.Count;
        _problem = null;
    }

    private bool TryReadScope(out Engine.Canon.Scope? scope)
    {
        scope = null;
        try
        {
            scope = Scope is null ? null : Engine.Canon.Scope.Parse(Scope);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private string AddressOf(string? scope, long? before = null) =>
        Navigation.GetUriWithQueryParameters(BreakerAddress.Parameters(scope, before));

    private CsvTable ToCsv() => new(
        [
            "sequence", "at", "breaker", "kind", "asked", "from", "to", "version", "cause", "round", "refusal", "reasonCode",
            "reason", "stated", "actor", "requestedBy", "expiresAt", "ended",
        ],
        [
            .. (_events ?? []).Select(happened => (IReadOnlyList<object?>)
                [
                    happened.Sequence, happened.At, happened.Scope?.Value, happened.Kind.ToString(), happened.Asked?.ToString(),
                    happened.From?.ToString(), happened.To?.ToString(), happened.Version, happened.Cause?.ToString(),
                    happened.Round?.Value, happened.Refusal is Engine.Breaker.BreakerRefusal.None ? null : happened.Refusal.ToString(),
                    happened.ReasonCode?.ToString(), happened.Words, happened.Stated, happened.ActorId, happened.RequestedBy,
                    happened.ExpiresAt, happened.Ended?.ToString(),
                ]),
        ]);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The history of the breakers could not be read")]
        public static partial void NotRead(ILogger logger, Exception exception);
    }
}
