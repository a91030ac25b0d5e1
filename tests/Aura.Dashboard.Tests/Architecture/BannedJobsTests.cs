using Aura.Engine.Tests.Architecture;
using Aura.Testing;

namespace Aura.Dashboard.Tests.Architecture;

/// <summary>The symbols of Hangfire that are banned, with a canary each; the engine's tests cannot see Hangfire.</summary>
public sealed class BannedJobsTests
{
    private static readonly Dictionary<string, string> Uses = new(StringComparer.Ordinal)
    {
        ["T:Hangfire.RecurringJob"] = "Hangfire.RecurringJob.RemoveIfExists(\"round\");",
        ["T:Hangfire.BackgroundJob"] = "Hangfire.BackgroundJob.Delete(\"1\");",
        ["P:Hangfire.JobStorage.Current"] = "_ = Hangfire.JobStorage.Current;",
    };

    private static string Text => File.ReadAllText(Repository.PathOf("BannedSymbols.txt"));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_banned_symbol_of_Hangfire_has_a_canary() =>
        Assert.Equal(
            Uses.Keys.Order(StringComparer.Ordinal),
            Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(line => line.Split(';')[0])
                .Where(symbol => symbol.Contains(":Hangfire.", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));

    [Fact]
    public async Task Every_use_of_one_is_reported_and_an_innocent_one_is_not()
    {
        var snippets = Uses.Values.Select((use, i) => ($"Use{i}", use))
            .Append(("Innocent", "_ = typeof(Hangfire.IRecurringJobManager); _ = typeof(Hangfire.JobStorage);"))
            .ToDictionary();

        var found = await CompiledCanary.DiagnosticsAsync(snippets, [Text], Cancelled);
        var without = await CompiledCanary.DiagnosticsAsync(snippets, [], Cancelled);

        Assert.Empty(Uses.Keys.Where((_, i) => !found[$"Use{i}"].Contains("RS0030", StringComparer.Ordinal)));
        Assert.Empty(found["Innocent"]);
        Assert.DoesNotContain("RS0030", without["Use0"], StringComparer.Ordinal);
    }
}
