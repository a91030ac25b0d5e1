using Aura.Dashboard.Components.Pages;
using Aura.Dashboard.Queries;
using Aura.Engine.Canon;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Aura.Dashboard.Tests.Components;

public sealed class RoundsPageTests : BunitContext
{
    private readonly TestDesk _desk;
    private readonly ScriptedSearch _search = new();

    public RoundsPageTests()
    {
        _desk = new TestDesk(this);
        Services.AddSingleton<IRoundSearch>(_search);
    }

    [Fact]
    public async Task The_newest_page_follows_the_rounds_while_nothing_is_filtered()
    {
        _search.Page = new RoundPage([Sample.Round(2), Sample.Round(1)], new RoundNumber(1), IsEnd: true);
        var page = Open();
        Assert.Equal("Rounds 2 to 1, 2 of them shown.", Found(page));

        await _desk.PublishAsync(Sample.Round(3));
        _desk.Clock.Advance(TimeSpan.FromMilliseconds(200));

        page.WaitForAssertion(() => Assert.Equal("Rounds 3 to 1, 3 of them shown.", Found(page)));
        Assert.Empty(page.FindAll("[data-testid=rounds-older], [data-testid=rounds-newest]"));
    }

    [Fact]
    public async Task A_filtered_page_stays_what_its_address_says()
    {
        _search.Page = new RoundPage([Sample.Round(2)], new RoundNumber(2), IsEnd: false);
        var page = Open("?asset=GOLD&tier=High&changes=true&incomplete=true&before=9");
        Assert.Equal(
            ("GOLD", Aura.Engine.MasterLogic.Tier.High, true, true, 9L),
            (_search.Asked!.Asset?.Value, _search.Asked.AtLeast, _search.Asked.OnlyChanges, _search.Asked.OnlyIncomplete, _search.Before?.Value));

        await _desk.PublishAsync(Sample.Round(10));
        _desk.Clock.Advance(TimeSpan.FromMilliseconds(200));

        Assert.Equal("Rounds 2 to 2, 1 of them shown. Searched back to round 2.", Found(page));
        Assert.EndsWith("before=2", page.Find("[data-testid=rounds-older]").GetAttribute("href"), StringComparison.Ordinal);
        Assert.DoesNotContain("before", page.Find("[data-testid=rounds-newest]").GetAttribute("href")!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?tier=Terrible", "There is no tier 'Terrible'. There are Normal, Elevated, High, Extreme.")]
    [InlineData("?asset=SILVER", "There is no asset 'SILVER'. There are GOLD, MSFT.")]
    public void A_filter_that_names_nothing_is_named_and_nothing_is_searched(string query, string fault)
    {
        var page = Open(query);

        Assert.Equal(fault, page.Find("[data-testid=filter-fault]").TextContent);
        Assert.Null(_search.Asked);
    }

    [Fact]
    public void A_search_that_found_nothing_yet_can_go_on()
    {
        _search.Page = new RoundPage([], new RoundNumber(77), IsEnd: false);

        var page = Open("?tier=Extreme");

        Assert.Equal("No round passes this filter. Searched back to round 77.", Found(page));
        Assert.Equal("Search on →", page.Find("[data-testid=rounds-older]").TextContent);
    }

    [Fact]
    public void Rounds_that_cannot_be_read_can_be_read_again()
    {
        _search.Broken = true;
        var page = Open();
        Assert.Equal("The rounds could not be read.", page.Find("[role=alert]").TextContent);

        _search.Broken = false;
        page.Find(".aura-problem + button").Click();

        page.WaitForAssertion(() => Assert.Equal("There is no round in this range.", Found(page)));
    }

    [Fact]
    public void The_file_has_a_line_for_every_row_in_the_numbers_of_every_country()
    {
        _search.Page = new RoundPage([Sample.Round(2, Sample.UndecidedGold, Sample.CalmMsft)], new RoundNumber(2), IsEnd: true);
        var page = Open();

        page.Find("[data-testid=rounds-csv]").Click();

        string[] lines = ((string)JSInterop.VerifyInvoke("aura.save").Arguments[2]!).Split("\r\n");
        Assert.StartsWith("\uFEFFround,slot,completedAt,rawScore,GOLD price,GOLD tier", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("2,2026-01-02T15:00:10.000Z,2026-01-02T15:00:10.000Z,0,,Elevated,,NoDecision,467.68,Normal,0.015,Good,4,4,", lines[1], StringComparison.Ordinal);
        Assert.Equal(3, lines.Length);
    }

    private static string Found(IRenderedComponent<Rounds> page) =>
        string.Join(' ', page.Find("[data-testid=rounds-found]").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private IRenderedComponent<Rounds> Open(string query = "")
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/rounds{query}");
        return Render<Rounds>();
    }

    private sealed class ScriptedSearch : IRoundSearch
    {
        public RoundPage Page { get; set; } = new([], null, IsEnd: true);

        public bool Broken { get; set; }

        public RoundFilter? Asked { get; private set; }

        public RoundNumber? Before { get; private set; }

        public Task<RoundPage> FindAsync(RoundFilter filter, RoundNumber? before, int limit, CancellationToken cancellationToken)
        {
            (Asked, Before) = (filter, before);
            return Broken ? Task.FromException<RoundPage>(new IOException("no disk")) : Task.FromResult(Page);
        }
    }
}
