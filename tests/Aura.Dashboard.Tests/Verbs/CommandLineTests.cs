using Aura.Dashboard.Verbs;

namespace Aura.Dashboard.Tests.Verbs;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("health")]
    [InlineData("helth", "--url", "http://localhost:5080")]
    [InlineData("help")]
    [InlineData("--help")]
    public void A_bare_word_is_a_verb(params string[] args) => Assert.True(CommandLine.IsVerb(args));

    [Theory]
    [InlineData]
    [InlineData("--urls", "http://localhost:5080")]
    [InlineData("--Storage:Provider=Sqlite", "health")]
    [InlineData("Market:Seed=7")]
    [InlineData("/Market:Seed=7")]
    public void Settings_are_no_verb(params string[] args) => Assert.False(CommandLine.IsVerb(args));

    [Fact]
    public async Task An_unknown_verb_ends_with_the_usage_and_code_2()
    {
        var (code, output, errors) = await RunAsync("helth");

        Assert.Equal(2, code);
        Assert.StartsWith("'helth' is not a verb.", errors, StringComparison.Ordinal);
        Assert.Contains("Aura.Dashboard health [--url", errors, StringComparison.Ordinal);
        Assert.Empty(output);
    }

    [Fact]
    public async Task Help_is_an_answer_and_no_error()
    {
        var (code, output, errors) = await RunAsync("help");

        Assert.Equal(0, code);
        Assert.StartsWith("Usage:", output, StringComparison.Ordinal);
        Assert.Empty(errors);
    }

    [Theory]
    [InlineData("health does not understand '--uri http://localhost'", "health", "--uri", "http://localhost")]
    [InlineData("health does not understand '--url'", "health", "--url")]
    [InlineData("'localhost:5080' is not an address; accepted is --url http://host:port.", "health", "--url", "localhost:5080")]
    public async Task Arguments_that_a_verb_does_not_understand_end_with_code_2(string expected, params string[] args)
    {
        var (code, _, errors) = await RunAsync(args);

        Assert.Equal(2, code);
        Assert.StartsWith(expected, errors, StringComparison.Ordinal);
    }

    internal static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        int code = await CommandLine.RunVerbAsync(args, AuraDashboardBuilder.Verbs, output, errors);
        return (code, output.ToString(), errors.ToString());
    }
}
