using System.Security.Claims;
using Aura.Dashboard.Components.Dialogs;
using Aura.Dashboard.Identity;
using Aura.Dashboard.Operators;
using Aura.Dashboard.Publishing.Live;
using Aura.Engine.Rounds;
using Aura.Engine.Rounds.Thresholds;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Aura.Dashboard.Components.Controls;

/// <summary>Thresholds: tried on rounds that happened, proposed by one person, approved by another.</summary>
public sealed partial class ThresholdsPanel : IDisposable
{
    private const string Proposers = $"{AuraRoles.Compliance},{AuraRoles.Administrator}";
    private static readonly string[] Members = ["enterAbove", "leaveAt"];

    private readonly CancellationTokenSource _left = new();
    // Kept: a source that is disposed gives out its token no more, and a round may come while the page is left.
    private CancellationToken _leaving;
    private ThresholdForm _form = default!;
    private ThresholdBook? _book;
    private ThresholdSet? _asked;
    private ThresholdTrial? _trial;
    private RuleSet? _shown;
    private IReadOnlyList<RuleDifference> _differences = [];
    private bool _failed;
    private bool _trying;

    [Inject]
    public required RulesInForce InForce { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required ILogger<ThresholdsPanel> Logger { get; init; }

    [Inject]
    internal ThresholdDesk Desk { get; init; } = default!;

    [Inject]
    internal RoundFeed Feed { get; init; } = default!;

    private RuleSet Rules => InForce.Current;

    private ThresholdProposal? Pending => _book?.Proposal is { } proposal && proposal.IsOpenAt(Clock.GetUtcNow()) ? proposal : null;

    private static IEnumerable<(string Key, string Label)> Numbers =>
    [
        ("elevatedAbovePercent", T("Elevated above, %")),
        ("highAbovePercent", T("High above, %")),
        ("extremeAbovePercent", T("Extreme above, %")),
        ("cleanUpToPercent", T("Clean up to, %")),
        ("systemOpensAtScore", T("SYSTEM opens at a score of")),
        ("noDecisionRounds", T("Rounds without a decision")),
    ];

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override void OnInitialized()
    {
        _leaving = _left.Token;
        _form = new ThresholdForm(Rules);
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _ = FollowAsync();
    }

    private static bool IsOwn(ClaimsPrincipal person, ThresholdProposal proposal) =>
        string.Equals(person.FindFirstValue(ClaimTypes.NameIdentifier), proposal.ProposedBy, StringComparison.Ordinal);

    private bool IsInForce(ApprovedThresholds approved) => Rules.ToDigest() == approved.Result;

    // Proposals are announced to nobody: a page that is open looks again with every round.
    private async Task FollowAsync()
    {
        try
        {
            await foreach (var _ in Feed.WatchAsync(_leaving))
                await InvokeAsync(ReadAsync);
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // Left.
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            var book = await Desk.ReadAsync(_leaving);
            if (book == _book && _shown == Rules)
                return;

            bool isAnother = book.Proposal?.Id != _book?.Proposal?.Id || _shown != Rules;
            (_book, _failed) = (book, false);
            if (isAnother)
                await ShowAsync(book.Proposal);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // By design: what was read before stays on the page, and the next round reads again.
            Log.NotRead(Logger, exception);
            _failed = true;
        }

        StateHasChanged();
    }

    private async Task ShowAsync(ThresholdProposal? proposal)
    {
        if (_shown is not null && _shown != Rules)
            _form = new ThresholdForm(Rules);
        _shown = Rules;
        (_asked, _trial) = (null, null);
        if (proposal is null)
            return;

        _differences = RuleDifferences.Between(Rules.ToBytes(), proposal.Thresholds.In(Rules).ToBytes());
        _trial = await Desk.TryAsync(proposal.Thresholds, _leaving);
    }

    // A trial is about what was typed when it ran.
    private void Forget() => (_asked, _trial) = (null, null);

    private async Task TryAsync()
    {
        Forget();
        if (_form.Read() is not { } asked)
            return;

        _trying = true;
        try
        {
            _trial = await Desk.TryAsync(asked, _leaving);
            (_asked, _failed) = (asked, false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // By design: what was typed stays, and can be tried again.
            Log.NotRead(Logger, exception);
            _failed = true;
        }
        finally
        {
            _trying = false;
        }
    }

    private async Task ProposeAsync()
    {
        if (_asked is { } asked)
            await DecideAsync(CommentDialog.ProposeAsync(Dialogs, asked));
    }

    private async Task DecideAsync(Task<IDialogReference> opening)
    {
        var dialog = await opening;
        await dialog.Result;
        await ReadAsync();
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The thresholds could not be read")]
        public static partial void NotRead(ILogger logger, Exception exception);
    }
}
