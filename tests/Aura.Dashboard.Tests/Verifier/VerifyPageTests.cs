using Aura.Verifier;
using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Aura.Dashboard.Tests.Verifier;

/// <summary>What the page says where no browser is needed to see it; the verdicts themselves are seen in Chromium.</summary>
public sealed class VerifyPageTests : BunitContext
{
    public VerifyPageTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton<TimeProvider>(new FakeTimeProvider());
    }

    [Fact]
    public void Nothing_can_be_verified_before_a_bundle_is_chosen()
    {
        var page = Render<VerifyPage>();

        Assert.True(page.Find("[data-testid=verify-start]").HasAttribute("disabled"));
        Assert.Empty(page.FindAll("[data-testid=verify-result]"));
        Assert.Contains("What a host that holds all keys could still forge", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_bundle_fails_with_a_reason_and_choosing_another_clears_the_verdict()
    {
        var page = Render<VerifyPage>();
        var input = page.FindComponent<InputFile>();

        input.UploadFiles(InputFileContent.CreateFromText("a letter", "letter.zip"));
        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Equal("FAILED", page.Find("[data-testid=verify-verdict]").TextContent));
        Assert.Equal("the archive", page.Find("[data-testid=verify-record]").TextContent);
        Assert.StartsWith("It is not a zip archive", page.Find("[data-testid=verify-reason]").TextContent, StringComparison.Ordinal);

        input.UploadFiles(InputFileContent.CreateFromText("another letter", "other.zip"));
        Assert.Empty(page.FindAll("[data-testid=verify-result]"));
        Assert.Contains("other.zip, 14 bytes", page.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1023, "1023 bytes")]
    [InlineData(1536, "1.5 KiB")]
    [InlineData(BundleSize.Limit, "1024 MiB")]
    public void A_size_is_said_in_the_unit_that_keeps_it_short(long bytes, string words) =>
        Assert.Equal(words, BundleSize.InWords(bytes));
}
