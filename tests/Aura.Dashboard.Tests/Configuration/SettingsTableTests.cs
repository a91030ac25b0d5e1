using Aura.Testing;

namespace Aura.Dashboard.Tests.Configuration;

public sealed class SettingsTableTests
{
    /// <summary>Set by <c>make settings-table</c>: the table is rewritten before it is compared.</summary>
    private const string Rewrite = "AURA_REWRITE_SETTINGS_TABLE";

    [Fact]
    public void The_README_s_table_of_settings_is_the_schema_s()
    {
        string readme = Repository.PathOf("README.md");
        string expected = SettingsTable.Render(SettingsSchema.Settings(SettingsSchema.Load()));
        if (Environment.GetEnvironmentVariable(Rewrite) is "1")
            File.WriteAllText(readme, SettingsTable.Replace(File.ReadAllText(readme), expected));

        Assert.Equal(expected, SettingsTable.In(File.ReadAllText(readme)));
    }

    [Fact]
    public void A_changed_table_is_noticed()
    {
        string readme = File.ReadAllText(Repository.PathOf("README.md"));

        string changed = SettingsTable.Replace(readme, "| another table |\n");

        Assert.Equal("| another table |\n", SettingsTable.In(changed));
        Assert.NotEqual(SettingsTable.In(readme), SettingsTable.In(changed));
    }
}
