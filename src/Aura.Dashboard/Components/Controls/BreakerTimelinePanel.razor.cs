using System.Collections.Immutable;
using System.Globalization;
using Aura.Dashboard.Components.Appearance;
using Aura.Dashboard.Components.Pages;
using Aura.Dashboard.Queries;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Controls;

/// <summary>One row per breaker over a chosen range, read from the record and never interpolated; with its table.</summary>
public sealed partial class BreakerTimelinePanel : IDisposable
{
    /// <summary>More could not be told apart on any screen.</summary>
    internal const int MostChanges = 200;

    private readonly CancellationTokenSource _left = new();
    private ImmutableArray<TimelineRow> _rows = [];
    private DateTimeOffset _from;
    private DateTimeOffset _to;
    private string? _read;
    private bool _failed;

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    internal IBreakerHistory History { get; init; } = default!;

    [Inject]
    internal ILogger<BreakerTimelinePanel> Logger { get; init; } = default!;

    [Parameter]
    [EditorRequired]
    public required ImmutableArray<Scope> Scopes { get; set; }

    /// <summary>What is drawn.</summary>
    [Parameter]
    [EditorRequired]
    public required ChosenRange Range { get; set; }

    /// <summary>Changes whenever the record may say something new.</summary>
    [Parameter]
    [EditorRequired]
    public required string Mark { get; set; }

    private static TimelineLook Unknown => new("?", T("unknown"), Tone.Neutral);

    private static IEnumerable<TimelineLook> Looks =>
        Enum.GetValues<BreakerState>().Select(state => LookOf(state)).Append(Unknown);

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        // A relative range moves with the clock, and is read again when the mark changes.
        string wanted = Range.Word is { } word ? $"{word} {Mark}" : $"{Range.From:O} {Range.To:O} {Mark}";
        if (string.Equals(_read, wanted, StringComparison.Ordinal))
            return;

        _read = wanted;
        var range = Range;
        // The future is not recorded yet.
        var now = Clock.GetUtcNow();
        var to = range.To is { } end && end < now ? end : now;
        try
        {
            var pasts = new List<BreakerPast>();
            foreach (var scope in Scopes)
                pasts.Add(await History.PastAsync(scope, range.From, to, MostChanges, _left.Token));

            // Another range may have been chosen while the database answered.
            if (string.Equals(_read, wanted, StringComparison.Ordinal))
                Draw(pasts, range.From, to);
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // The page was left.
        }
        catch (Exception exception)
        {
            // By design a list that cannot be read leaves the buttons beside it usable.
            Log.NotRead(Logger, exception);
            _failed = true;
        }
    }

    private static TimelineLook LookOf(BreakerState? state) => state is { } known
        ? new TimelineLook(known.ToString()[..1], BreakerLook.Of(known).Word, BreakerLook.Of(known).Tone)
        : Unknown;

    private void Draw(List<BreakerPast> pasts, DateTimeOffset from, DateTimeOffset to)
    {
        // A range that is open to the past begins with the record.
        if (from == DateTimeOffset.MinValue)
            from = pasts.SelectMany(past => past.Changes.Select(change => change.At).Append(past.KnownSince ?? to)).Append(to).Min();
        _rows = [.. pasts.Select(past => new TimelineRow(past.Scope, BreakerTimeline.Of(past, from, to), past.IsCut))];
        (_from, _to, _failed) = (from, to, false);
    }

    // Shares of a thousand and not of one: flex items that together grow by less than 1 do not fill their row.
    private string ShareOf(TimelineSegment stretch) =>
        ((stretch.To - stretch.From) / (_to - _from) * 1000).ToString("0.###", CultureInfo.InvariantCulture);

    private static string SummaryOf(TimelineRow row)
    {
        var shares = row.Stretches
            .GroupBy(stretch => LookOf(stretch.State).Word, StringComparer.Ordinal)
            .Select(group => $"{group.Key} {Figures.Span(new TimeSpan(group.Sum(stretch => (stretch.To - stretch.From).Ticks)))}");
        return $"{row.Scope}: {string.Join(", ", shares)}";
    }

    private CsvTable ToCsv() => new(
        ["breaker", "state", "from", "to", "seconds", "sequence"],
        [
            .. _rows.SelectMany(row => row.Stretches.Select(stretch => (IReadOnlyList<object?>)
                [
                    row.Scope.Value, stretch.State?.ToString() ?? "unknown", stretch.From, stretch.To,
                    (decimal)(stretch.To - stretch.From).TotalSeconds, stretch.Sequence,
                ])),
        ]);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The timeline of the breakers could not be read")]
        public static partial void NotRead(ILogger logger, Exception exception);
    }
}
