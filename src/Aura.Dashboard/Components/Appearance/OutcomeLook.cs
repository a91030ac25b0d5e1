using System.Diagnostics;
using Aura.Dashboard.Publishing.Live.Views;
using Aura.Engine.Consensus;
using Aura.Engine.Publishing;
using MudBlazor;

namespace Aura.Dashboard.Components.Appearance;

/// <summary>How the outcome of a source looks. The word is the one that the API sends.</summary>
internal sealed record OutcomeLook(string Word, Tone Tone, string Icon)
{
    public static OutcomeLook Of(SourceReport source)
    {
        string word = SourceView.OutcomeOf(source);
        return source.Verdict switch
        {
            SourceVerdict.Agreed => new(word, Tone.Good, Icons.Material.Outlined.Check),
            SourceVerdict.NoAgreement => new(word, Tone.High, Icons.Material.Outlined.CallSplit),
            SourceVerdict.Refused => new(word, Tone.Warning, Icons.Material.Outlined.Block),
            _ => throw new UnreachableException(),
        };
    }
}
