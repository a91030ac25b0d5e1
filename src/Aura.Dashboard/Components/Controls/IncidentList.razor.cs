using Aura.Dashboard.Components.Appearance;
using Aura.Dashboard.Queries;
using Aura.Engine.Publishing.Alerts;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Controls;

/// <summary>Every incident with all that happened to it, newest first, a page at a time.</summary>
public sealed partial class IncidentList : IDisposable
{
    internal const int OnPage = 20;

    private readonly CancellationTokenSource _left = new();
    private IReadOnlyList<IncidentPast>? _past;
    private string? _problem;
    private string? _read;
    private bool _hasOlder;

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    internal IIncidentHistory History { get; init; } = default!;

    [Inject]
    internal ILogger<IncidentList> Logger { get; init; } = default!;

    [Parameter]
    public long? Before { get; set; }

    /// <summary>Changes whenever there may be something new.</summary>
    [Parameter]
    [EditorRequired]
    public required string Mark { get; set; }

    [Parameter]
    [EditorRequired]
    public required AlertBook Book { get; set; }

    [Parameter]
    [EditorRequired]
    public required AlertRules Rules { get; set; }

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        string wanted = $"{Before} {Mark}";
        if (string.Equals(_read, wanted, StringComparison.Ordinal))
            return;

        _read = wanted;
        try
        {
            // One more than is shown says whether there are older ones.
            var found = await History.BeforeAsync(Before, OnPage + 1, _left.Token);
            if (string.Equals(_read, wanted, StringComparison.Ordinal))
                (_past, _hasOlder, _problem) = ([.. found.Take(OnPage)], found.Count > OnPage, null);
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // The page was left.
        }
        catch (Exception exception)
        {
            // By design a list that cannot be read leaves the inbox above it usable.
            Log.NotRead(Logger, exception);
            _problem = T("The incidents could not be read; they are read again in a few seconds.");
        }
    }

    // What a drill is for, and what every incident should say afterwards: how long until somebody came, and until it was over.
    private static string AnswerTimes(IncidentPast past)
    {
        var began = past.Incident.TriggeredAt;
        var answered = past.Moments.FirstOrDefault(moment => moment.Step is IncidentStep.Acknowledged)?.At;
        var over = past.Moments.FirstOrDefault(moment => moment.Step is IncidentStep.Resolved)?.At;
        return string.Join(
            " · ",
            new[]
            {
                answered is { } came ? T("answered after {0}", Figures.Span(came - began)) : over is not null ? T("never answered") : null,
                over is { } ended ? T("over after {0}", Figures.Span(ended - began)) : null,
            }.OfType<string>());
    }

    private CsvTable ToCsv() => new(
        ["incident", "breaker", "kind", "subject", "detail", "step", "at", "sequence", "actor", "comment"],
        [
            .. (_past ?? []).SelectMany(past => past.Moments, (past, moment) => (IReadOnlyList<object?>)
                [
                    past.Incident.Number, past.Incident.Scope.Value, past.Incident.Kind.ToString(), past.Incident.Subject,
                    past.Incident.Detail, moment.Step.ToString(), moment.At, moment.Sequence,
                    moment.Step is IncidentStep.Acknowledged ? moment.Incident.Acknowledged?.ActorId : null,
                    moment.Step is IncidentStep.Acknowledged ? moment.Incident.Acknowledged?.Comment : null,
                ]),
        ]);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The history of the incidents could not be read")]
        public static partial void NotRead(ILogger logger, Exception exception);
    }
}
