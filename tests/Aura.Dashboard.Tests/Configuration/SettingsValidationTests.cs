using System.Diagnostics;
using Aura.Dashboard.Configuration;
using Aura.Dashboard.Identity;

namespace Aura.Dashboard.Tests.Configuration;

public sealed class SettingsValidationTests
{
    [Fact]
    public void An_unknown_provider_is_refused_with_key_value_and_what_is_accepted()
    {
        using var host = new AuraHost().With("Storage:Provider", "Oracle");

        var refused = Assert.Throws<AuraSettingsException>(host.Started);

        Assert.Equal(["Storage:Provider is 'Oracle': accepted are Sqlite, Postgres."], refused.Errors);
    }

    [Theory]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=aura;Mode=Memory;Cache=Shared")]
    [InlineData("Data Source=aura.db;Mode=ReadOnly")]
    [InlineData("Server=db;Database=aura")]
    [InlineData("Data Source=")]
    public void A_connection_that_leads_to_no_file_is_refused(string connection)
    {
        using var host = new AuraHost().With("Storage:ConnectionString", connection);

        var refused = Assert.Throws<AuraSettingsException>(host.Started);

        var error = Assert.Single(refused.Errors);
        Assert.StartsWith($"Storage:ConnectionString is '{connection}': ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_in_a_connection_string_is_not_repeated()
    {
        using var host = new AuraHost().With("Storage:ConnectionString", "Server=db;Password=hunter2");

        var refused = Assert.Throws<AuraSettingsException>(host.Started);

        Assert.DoesNotContain("hunter2", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_process_ends_with_the_messages_alone_and_a_failure_code()
    {
        var cancelled = TestContext.Current.CancellationToken;
        using var process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { typeof(DemoAccounts).Assembly.Location, "--Storage:Provider=Oracle" },
            WorkingDirectory = AppContext.BaseDirectory,
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;

        var errors = process.StandardError.ReadToEndAsync(cancelled);
        var output = await process.StandardOutput.ReadToEndAsync(cancelled);
        await process.WaitForExitAsync(cancelled);

        Assert.Equal(1, process.ExitCode);
        string[] lines = ["AuraDashboard does not start. One setting is wrong:",
            "  - Storage:Provider is 'Oracle': accepted are Sqlite, Postgres.", ""];
        Assert.Equal(string.Join(Environment.NewLine, lines), await errors);
        Assert.Empty(output);
    }
}
