using Aura.Dashboard.Identity;

namespace Aura.Dashboard.Tests.Architecture;

/// <summary>R3, R4 and R5: one vendor, one folder; a folder sees the open folders and itself; only the builder sees all.</summary>
public sealed class FolderTests(FolderTests.Loaded loaded) : IClassFixture<FolderTests.Loaded>
{
    private const string CanaryRoot = "Aura.Dashboard.Tests.Architecture.CanaryHost";
    private const string Builder = "Aura.Dashboard.AuraDashboardBuilder";

    [Fact]
    public void Each_vendor_is_used_in_one_folder_only() => Assert.Empty(loaded.Host.Strays());

    [Fact]
    public void A_folder_uses_the_open_folders_and_itself_and_only_the_builder_sees_all() =>
        Assert.Empty(loaded.Host.Trespasses(Builder));

    [Fact]
    public void Pages_never_see_storage_scheduling_or_sources()
    {
        var pages = new HashSet<string>(loaded.Host.TypesIn("Components"), StringComparer.Ordinal);

        Assert.True(pages.Count > 20);
        Assert.DoesNotContain(
            loaded.Host.Trespasses(), trespass => pages.Contains(trespass.Split(" → ")[0]));
    }

    [Fact]
    public void The_rules_look_at_every_folder_and_at_vendors_that_are_used()
    {
        Assert.Empty(HostFolders.All.Except(loaded.Host.Folders, StringComparer.Ordinal));
        Assert.Equal([Builder, "Aura.Dashboard.SteadyClock"], loaded.Host.TypesIn(string.Empty).Where(name => !name.Contains('<', StringComparison.Ordinal)
            && !name.Contains('+', StringComparison.Ordinal) && !name.Contains('/', StringComparison.Ordinal))
            .Order(StringComparer.Ordinal));
        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal)
            {
                "Hangfire", "Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore.SignalR", "MudBlazor", "MessagePack",
                "CsvHelper", "Cronos", "System.Data", "MathNet.Numerics",
            },
            new HashSet<string>(loaded.Host.Vendors(), StringComparer.Ordinal));
    }

    [Fact]
    public void A_new_folder_must_be_put_on_the_list() =>
        Assert.Empty(loaded.Host.Folders.Except(HostFolders.All.Append(string.Empty), StringComparer.Ordinal));

    [Fact]
    public void Without_the_builders_right_the_builder_trespasses() =>
        Assert.Contains(loaded.Host.Trespasses(), trespass => trespass.StartsWith(Builder, StringComparison.Ordinal));

    [Fact]
    public void The_rules_can_fail()
    {
        var canary = new HostFolders(typeof(FolderTests).Assembly, CanaryRoot);

        var trespasses = canary.Trespasses().ToList();
        var strays = canary.Strays().ToList();

        foreach (string way in (string[])["ByBase", "ByField", "ByParameter", "ByGenericArgument", "ByBodyOnly"])
            Assert.Contains($"{CanaryRoot}.Components.{way} → {CanaryRoot}.Storage.Inside", trespasses);
        Assert.DoesNotContain(trespasses, trespass => trespass.Contains("Permitted", StringComparison.Ordinal));
        Assert.Contains($"{CanaryRoot}.Api.Jobs → Hangfire.IBackgroundJobClient", strays);
        Assert.Contains($"{CanaryRoot}.Api.Rows → Microsoft.EntityFrameworkCore.DbContext", strays);
        Assert.Contains($"{CanaryRoot}.Api.Colours → MudBlazor.Color", strays);
        Assert.Contains($"{CanaryRoot}.Api.Calls → Microsoft.AspNetCore.SignalR.Hub", strays);
        Assert.DoesNotContain(strays, stray => stray.StartsWith($"{CanaryRoot}.Scheduling", StringComparison.Ordinal));
    }

    /// <summary>Reading the assembly is what takes the time.</summary>
    public sealed class Loaded
    {
        internal HostFolders Host { get; } = new(typeof(DemoAccounts).Assembly, "Aura.Dashboard");
    }
}
