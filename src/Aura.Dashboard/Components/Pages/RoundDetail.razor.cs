using System.Globalization;
using Aura.Dashboard.Publishing.Live;
using Aura.Dashboard.Queries;
using Aura.Engine.Canon;
using Aura.Engine.Publishing.Explanations;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Pages;

/// <summary>One round for ever: what it decided, and what proves it.</summary>
public sealed partial class RoundDetail : IDisposable
{
    /// <summary>The address of the tab with the evidence says so; without it, the result is shown.</summary>
    private const string EvidenceTab = "evidence";

    private readonly CancellationTokenSource _left = new();
    private ExaminedRound? _round;
    private RoundExplanation? _explained;
    private RoundProof? _proof;
    private long _last;
    private long? _shown;
    private bool _loading = true;
    private bool _unreadable;
    private bool _verifying;

    [Parameter]
    public long Number { get; set; }

    [SupplyParameterFromQuery(Name = "tab")]
    public string? Tab { get; set; }

    [Inject]
    internal IRoundHistory History { get; init; } = default!;

    [Inject]
    internal RoundExamination Examination { get; init; } = default!;

    [Inject]
    internal ILogger<RoundDetail> Logger { get; init; } = default!;

    [Inject]
    internal IRoundProof Proof { get; init; } = default!;

    private bool ShowsEvidence => string.Equals(Tab, EvidenceTab, StringComparison.Ordinal);

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        // Another tab of the same round: what was read stays, and so does what was verified.
        if (_shown == Number)
            return;

        (_shown, _loading, _unreadable, _proof) = (Number, true, false, null);
        var round = new RoundNumber(Number);
        try
        {
            _last = (await History.LastAsync(_left.Token)).Value;
            _round = await Examination.OfAsync(round, _left.Token);
            _explained = _round is { } read ? RoundExplainer.Explain(read.Report, read.Rules) : null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Damage is what an auditor looks for: the page says it, and the rest of the product stays open.
            LivePageLog.Failed(Logger, exception);
            _unreadable = true;
        }

        _loading = false;
    }

    private async Task VerifyAsync()
    {
        _verifying = true;
        try
        {
            long number = Number;
            var proof = await Proof.ProveAsync(new RoundNumber(number), _left.Token);
            // The verdict of one round must not stand on the page of another, which was opened meanwhile.
            if (number == Number)
                _proof = proof;
        }
        finally
        {
            _verifying = false;
        }
    }

    private static string Address(long number, bool evidence) => string.Create(
        CultureInfo.InvariantCulture, $"/rounds/{number}{(evidence ? $"?tab={EvidenceTab}" : string.Empty)}");

    private IEnumerable<(string Name, string Digest)> Digests() =>
        _round is not { Entry: var entry }
            ? []
            :
            [
                (T("Evidence"), entry.Evidence.Hex),
                (T("Outcome"), entry.Outcome?.Hex ?? string.Empty),
                (T("Rule set"), entry.Configuration.Hex),
                (T("State before"), entry.StateBefore.Hex),
                (T("State after"), entry.StateAfter.Hex),
                (T("Entry before"), entry.Previous.Hex),
            ];
}
