using Aura.Dashboard.Publishing.Live.Views;
using Aura.Engine.Canon;
using Aura.Engine.Publishing;

namespace Aura.Dashboard.Api;

/// <summary>A source in one decided round: its converted price, or the word for why it has none.</summary>
internal sealed record HistorySourceView(string Id, string? Price, string Outcome)
{
    public static HistorySourceView Of(SourceReport source) =>
        new(
            source.Id.Value, source.Price is { } price ? DecimalText.Of(price) : null, SourceView.OutcomeOf(source));
}
