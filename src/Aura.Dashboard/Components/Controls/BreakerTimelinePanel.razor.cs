using System.Collections.Immutable;
using System.Globalization;
using Aura.Dashboard.Components.Appearance;
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
    private TimelineRange _range = TimelineRange.Of(null);
    private DateTimeOffset _from;
    private DateTimeOffset _to;
    private string? _read;
    private bool _failed;

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    internal IBreakerHistory History { get; init; } = default!;

    [Inject]
    internal ILogger<BreakerTimelinePanel> Logger { get; init; } = default!;

    [Parameter]
    [EditorRequired]
    public required ImmutableArray<Scope> Scopes { get; set; }

    /// <summary>The range as the address has it.</summary>
    [Parameter]
    public string? Range { get; set; }

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
        string wanted = $"{Range} {Mark}";
        if (string.Equals(_read, wanted, StringComparison.Ordinal))
            return;

        _read = wanted;
        var range = TimelineRange.Of(Range);
        var to = Clock.GetUtcNow();
        var from = to - range.Length;
        try
        {
            var rows = new List<TimelineRow>();
            foreach (var scope in Scopes)
            {
                var past = await History.PastAsync(scope, from, to, MostChanges, _left.Token);
                rows.Add(new TimelineRow(scope, BreakerTimeline.Of(past, from, to), past.IsCut));
            }

            // Another range may have been chosen while the database answered.
            if (string.Equals(_read, wanted, StringComparison.Ordinal))
                (_rows, _range, _from, _to, _failed) = ([.. rows], range, from, to, false);
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

    private string AddressOf(TimelineRange range) =>
        Navigation.GetUriWithQueryParameter(BreakerAddress.RangeParameter, range.Id);

    // Shares of a thousand and not of one: flex items that together grow by less than 1 do not fill their row.
    private string ShareOf(TimelineSegment stretch) =>
        ((stretch.To - stretch.From) / _range.Length * 1000).ToString("0.###", CultureInfo.InvariantCulture);

    private static string SummaryOf(TimelineRow row) => T(
        "{0}: {1}", row.Scope,
        string.Join(", ", row.Stretches
            .GroupBy(stretch => LookOf(stretch.State).Word, StringComparer.Ordinal)
            .Select(group => $"{group.Key} {Figures.Span(new TimeSpan(group.Sum(stretch => (stretch.To - stretch.From).Ticks)))}")));

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
