using System.Collections.Immutable;

namespace Aura.Dashboard.Sources.Scenarios;

/// <summary>A simulated market as data. Position and clock follow the round number, also after a restart.</summary>
/// <param name="Name">The name in settings.</param>
/// <param name="Description">What a person sees happen.</param>
/// <param name="Start">The market's clock before the first round, UTC.</param>
/// <param name="SourceNoisePercent">How far a source may stand from the true price, in percent.</param>
/// <param name="Assets">The true prices.</param>
/// <param name="Distortions">What goes wrong, and from which round on.</param>
internal sealed record Scenario(
    string Name, string Description, DateTimeOffset Start, decimal SourceNoisePercent,
    ImmutableArray<ScenarioAsset> Assets, ImmutableArray<Distortion> Distortions);
