using System.Text.Json.Serialization;
using Aura.Engine.MasterLogic;

namespace Aura.Dashboard.Publishing.Live.Views;

/// <summary>The system score; the raw value can exceed the displayed one.</summary>
internal sealed record ScoreView(
    decimal Raw, decimal Display,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Explanation = null)
{
    public static ScoreView Of(SystemAssessment system, string? explanation = null) =>
        new(system.RawScore, system.DisplayScore, explanation);
}
