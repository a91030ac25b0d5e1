using Aura.Dashboard.Queries;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Controls;

/// <summary>Every rule set that was in force, and what made it another one.</summary>
public sealed partial class RuleSetHistoryPanel : IDisposable
{
    private const int MostShown = 50;

    private readonly CancellationTokenSource _left = new();
    private readonly Dictionary<int, IReadOnlyList<RuleDifference>> _differences = [];
    private IReadOnlyList<RuleSetAdoption>? _adoptions;

    [Inject]
    internal IRuleSetHistory History { get; init; } = default!;

    [Inject]
    internal ILedgerArchive Archive { get; init; } = default!;

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    // One more than is shown, so that the last one has something to be compared with.
    protected override async Task OnInitializedAsync() =>
        _adoptions = await History.LatestAsync(MostShown + 1, _left.Token);

    private bool HasPredecessor(int place) => place + 1 < _adoptions?.Count;

    private async Task CompareAsync(int place)
    {
        if (_adoptions is not { } adoptions || _differences.ContainsKey(place))
            return;

        var after = await Archive.RuleSetDocumentAsync(adoptions[place].RuleSet, _left.Token);
        var before = await Archive.RuleSetDocumentAsync(adoptions[place + 1].RuleSet, _left.Token);
        _differences[place] = RuleDifferences.Between(before, after);
    }
}
