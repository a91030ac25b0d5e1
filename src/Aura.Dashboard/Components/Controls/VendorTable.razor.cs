using System.Diagnostics;
using Aura.Dashboard.Components.Appearance;
using Aura.Dashboard.Publishing.Live.Views;
using Aura.Dashboard.Queries;
using Aura.Engine.Market;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Aura.Dashboard.Components.Controls;

/// <summary>What every key still allows, whether its vendor is asked, and what the vendor said last.</summary>
public sealed partial class VendorTable
{
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<VendorUse> Uses { get; set; }

    /// <summary>Waits count from here.</summary>
    [Parameter]
    [EditorRequired]
    public required DateTimeOffset Now { get; set; }

    private static string Counted(CallCount calls) => calls.Left is { } left
        ? T("{0} of {1}, {2} left", Figures.Count(calls.Used), Figures.Count(calls.Limit), Figures.Count(left))
        : T("{0}, no limit", Figures.Count(calls.Used));

    private string KeyOf(VendorUse use) => Uses.Count(other => string.Equals(other.Vendor, use.Vendor, StringComparison.Ordinal)) == 1
        ? T("one allowance for all nodes")
        : T("key of {0}", string.Join(", ", use.Nodes));

    private string AnswerOf(VendorUse use) => use switch
    {
        { LastAnswer: null } or { LastAnswerAt: null } => T("not asked yet"),
        { LastAnswer: RefusalCode.None, LastAnswerAt: { } at } => T("last answer: a price, {0}", Figures.Age(at, Now)),
        { LastAnswer: { } code, LastAnswerAt: { } at } =>
            T("last answer: {0}, {1}", SourceView.Word(code), Figures.Age(at, Now)),
    };

    private static (string Word, Tone Tone, string Icon) LookOf(VendorBreaker breaker) => breaker switch
    {
        VendorBreaker.Closed => (T("asked"), Tone.Good, Icons.Material.Outlined.Check),
        VendorBreaker.HalfOpen => (T("tried again"), Tone.Warning, Icons.Material.Outlined.Refresh),
        VendorBreaker.Open => (T("suspended"), Tone.Danger, Icons.Material.Outlined.Block),
        _ => throw new UnreachableException(),
    };
}
