using Aura.Dashboard.Components.Pages;

namespace Aura.Dashboard.Tests.Components;

public sealed class LocalUrlTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/rounds")]
    [InlineData("/rounds/17?tab=evidence#body")]
    [InlineData("/assets/GOLD?from=2026-01-02")]
    public void A_path_of_this_server_is_kept(string url) => Assert.Equal(url, LocalUrl.OrRoot(url));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("rounds")]
    [InlineData("~/rounds")]
    [InlineData("//evil.example")]
    [InlineData("///evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\r\n/evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("javascript:alert(1)")]
    public void Anything_else_leads_home(string? url) => Assert.Equal("/", LocalUrl.OrRoot(url));
}
