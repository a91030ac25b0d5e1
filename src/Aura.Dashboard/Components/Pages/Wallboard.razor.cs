using Aura.Dashboard.Configuration;
using Aura.Dashboard.Publishing.Live;
using Aura.Engine.Rounds;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Pages;

/// <summary>The state of everything on one screen, read from three metres.</summary>
public sealed partial class Wallboard
{
    [Inject]
    public required RulesInForce InForce { get; init; }

    [Inject]
    internal RoundSchedule Schedule { get; init; } = default!;

    private RuleSet Rules => InForce.Current;

    private protected override LiveWall Read(LiveSnapshot snapshot) => new(snapshot.Latest, snapshot.Breakers);

    private protected override bool IsEmpty(LiveWall view) => view.Latest is null;
}
