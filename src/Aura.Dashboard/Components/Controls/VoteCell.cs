using Aura.Dashboard.Components.Appearance;
using Aura.Dashboard.Publishing.Live.Views;
using Aura.Engine.Canon;
using Aura.Engine.Consensus;
using MudBlazor;

namespace Aura.Dashboard.Components.Controls;

/// <summary>What one node said about one source, beside what the others said.</summary>
/// <param name="Said">In a few signs: the price, the start of a hash, or the class of a failure.</param>
/// <param name="Word">How it stands to the others.</param>
/// <param name="Full">Everything that is known of it.</param>
/// <param name="Tone">How alarming it is.</param>
/// <param name="Icon">Repeats the word.</param>
internal sealed record VoteCell(string Said, string Word, string Full, Tone Tone, string Icon)
{
    private const int Signs = 8;

    /// <summary>The vote of a node in a tally.</summary>
    public static VoteCell Of(SourceTally tally, NodeId node)
    {
        if (tally.Groups.FirstOrDefault(group => group.Nodes.Contains(node)) is not { } group)
            return new("–", T("silent"), T("This node said nothing about this source."), Tone.Neutral, Icons.Material.Outlined.Remove);
        if (!group.IsValue)
            return new(
                SourceView.Word(group.Failure), group == tally.CommonFailure ? T("fails with others") : T("fails"),
                T("The fetch failed or the body is a refusal: {0}.", SourceView.Word(group.Failure)), Tone.Warning, Icons.Material.Outlined.Block);
        string said = SaidBy(group);
        string full = T("SHA-256 {0}", group.Value!.Value.Hex);
        return tally.Winner is not { } winner
            ? new(said, T("no consensus"), full, Tone.High, Icons.Material.Outlined.CallSplit)
            : group == winner
                ? new(said, T("agrees"), full, Tone.Good, Icons.Material.Outlined.Check)
                : new(said, T("differs"), full, Tone.Danger, Icons.Material.Outlined.PriorityHigh);
    }

    /// <summary>What a group voted for: the price that it read, or the start of the hash of the body.</summary>
    public static string SaidBy(VoteGroup group) =>
        group.Quote is { } quote ? Figures.Exact(quote.Amount)
        : group.Value is { } value ? value.Hex[..Signs]
        : SourceView.Word(group.Failure);
}
