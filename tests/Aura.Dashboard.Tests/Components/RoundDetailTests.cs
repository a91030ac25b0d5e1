using Aura.Dashboard.Components.Pages;
using Aura.Dashboard.Publishing.Live;
using Aura.Dashboard.Queries;
using Aura.Dashboard.Storage;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Aura.Dashboard.Tests.Components;

/// <summary>The page of one round, on the ledger of a real host.</summary>
public sealed class RoundDetailTests : IAsyncDisposable
{
    private readonly RoundDriver _rounds = RoundDriver.Start();
    private readonly BunitContext _context = new();

    public RoundDetailTests()
    {
        var services = _context.Services;
        services.AddSingleton(_rounds.Host.Get<IRoundHistory>());
        services.AddSingleton(_rounds.Host.Get<RoundExamination>());
        services.AddSingleton<TimeProvider>(new FakeTimeProvider(Sample.Start));
        services.AddSingleton(_rounds.Host.Get<IRoundProof>());
        _context.AddAuthorization().SetAuthorized("auditor@aura.demo");
    }

    private NavigationManager Browser => _context.Services.GetRequiredService<NavigationManager>();

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        _rounds.Dispose();
    }

    [Theory]
    [InlineData("", "result", "round-result", "round-evidence")]
    [InlineData("?tab=evidence", "evidence", "round-evidence", "round-result")]
    [InlineData("?tab=anything", "result", "round-result", "round-evidence")]
    public async Task The_address_says_which_tab_is_shown(string query, string tab, string shown, string hidden)
    {
        await _rounds.RunAsync();

        var page = Open(1, query);

        page.WaitForElement($"[data-testid='{shown}']");
        Assert.Empty(page.FindAll($"[data-testid='{hidden}']"));
        Assert.Equal($"round-tab-{tab}", page.Find(".aura-tabs [aria-current='page']").GetAttribute("data-testid"));
        Assert.Equal("/rounds/1", Target(page, "round-tab-result"));
        Assert.Equal("/rounds/1?tab=evidence", Target(page, "round-tab-evidence"));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("?tab=evidence", "?tab=evidence")]
    public async Task The_rounds_before_and_after_open_on_the_same_tab(string query, string kept)
    {
        await _rounds.RunAsync(3);

        var page = Open(2, query);

        page.WaitForElement("[data-testid='round-next']");
        Assert.Equal($"/rounds/1{kept}", Target(page, "round-previous"));
        Assert.Equal($"/rounds/3{kept}", Target(page, "round-next"));
    }

    [Fact]
    public async Task A_verdict_stays_while_one_looks_at_the_result_and_goes_with_the_round()
    {
        await _rounds.RunAsync(2);
        var page = Open(1, "?tab=evidence");
        page.WaitForElement("[data-testid='round-verify']").Click();
        page.WaitForElement("[data-testid='round-verdict']");

        Browser.NavigateTo("/rounds/1");
        page.Render();
        Assert.Empty(page.FindAll("[data-testid='round-verdict']"));
        Browser.NavigateTo("/rounds/1?tab=evidence");
        page.Render();
        Assert.Equal("Everything holds.", page.WaitForElement("[data-testid='round-verdict']").TextContent);

        Browser.NavigateTo("/rounds/2?tab=evidence");
        page.Render(parameters => parameters.Add(detail => detail.Number, 2));
        page.WaitForAssertion(() => Assert.Equal("2", page.Find("[data-testid='round-detail-number']").TextContent));
        page.WaitForElement("[data-testid='round-verify']");
        Assert.Empty(page.FindAll("[data-testid='round-verdict']"));
    }

    [Fact]
    public async Task Every_source_is_tallied_from_hash_over_votes_and_percent_to_consensus()
    {
        await _rounds.RunAsync();

        var page = Open(1, "");

        string[] cells = [.. page.WaitForElement("[data-testid='tally-gold-goldapi-0']").Children.Select(cell => cell.TextContent.Trim())];
        Assert.Equal(("gold-goldapi", "node-1, node-2, node-3, node-4", "4", "100 %", "yes"), (cells[0], cells[2], cells[3], cells[4], cells[5]));
        Assert.Matches("^[0-9a-f]{64}$", cells[1]);
        Assert.Contains("agrees", page.Find("[data-testid='vote-node-3-gold-goldapi']").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_round_that_cannot_be_read_says_so_instead_of_showing_half_of_it()
    {
        await _rounds.RunAsync();
        await using (var context = await _rounds.Host.Get<IDbContextFactory<AuraDbContext>>().CreateDbContextAsync(CancellationToken.None))
            await context.Database.ExecuteSqlRawAsync("DROP TABLE \"Bodies\"", CancellationToken.None);

        var page = Open(1, "");

        Assert.Contains("cannot be read", page.WaitForElement("[role='alert']").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid='round-result']"));
    }

    private static string? Target(IRenderedComponent<RoundDetail> page, string link) =>
        page.Find($"[data-testid='{link}']").GetAttribute("href");

    private IRenderedComponent<RoundDetail> Open(long number, string query)
    {
        Browser.NavigateTo($"/rounds/{number}{query}");
        return _context.Render<RoundDetail>(parameters => parameters.Add(detail => detail.Number, number));
    }
}
