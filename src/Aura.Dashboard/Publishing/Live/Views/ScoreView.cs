using Aura.Engine.MasterLogic;

namespace Aura.Dashboard.Publishing.Live.Views;

/// <summary>The system score; the raw value can exceed the displayed one.</summary>
internal sealed record ScoreView(decimal Raw, decimal Display)
{
    public static ScoreView Of(SystemAssessment system) => new(system.RawScore, system.DisplayScore);
}
