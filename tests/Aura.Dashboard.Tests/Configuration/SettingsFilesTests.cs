using System.Reflection;
using Aura.Dashboard.Configuration;
using Aura.Dashboard.Identity;
using Aura.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.UserSecrets;

namespace Aura.Dashboard.Tests.Configuration;

public sealed class SettingsFilesTests : IDisposable
{
    private const string Key = "hunter2-hunter2";

    private readonly string _root = Directory.CreateTempSubdirectory("aura-settings-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void The_shipped_files_hold_no_secret_and_no_unknown_section()
    {
        var files = Directory.GetFiles(Repository.Root, "appsettings*.json")
            .Where(file => !file.EndsWith(".schema.json", StringComparison.Ordinal)).ToList();
        var configuration = new ConfigurationBuilder().SetBasePath(Repository.Root);
        files.ForEach(file => configuration.AddJsonFile(Path.GetFileName(file)));

        Assert.NotEmpty(files);
        Assert.Empty(SettingsFiles.FindFaults(configuration.Build(), Repository.Root));
    }

    [Fact]
    public void A_secret_in_a_file_stops_the_host_with_file_and_key_and_without_the_value()
    {
        Write("appsettings.json", File.ReadAllText(Repository.PathOf("appsettings.json")));
        Write("appsettings.Development.json", $$"""{ "Market": { "Vendors": { "Finnhub": { "ApiKey": "{{Key}}" } } } }""");
        using var host = new AuraHost { ContentRoot = _root };

        var refused = Assert.Throws<AuraSettingsException>(host.Started);

        Assert.StartsWith(
            "Market:Vendors:Finnhub:ApiKey in appsettings.Development.json looks like a secret: its name contains 'ApiKey'. "
            + "Remove it there and set the environment variable Market__Vendors__Finnhub__ApiKey",
            refused.Errors[0], StringComparison.Ordinal);
        Assert.DoesNotContain(Key, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_outside_of_files_starts_the_host()
    {
        using var host = new AuraHost().With("ALPHA_VANTAGE_API_KEY", Key).Started();

        Assert.Equal(Key, host.Get<IConfiguration>()["ALPHA_VANTAGE_API_KEY"]);
    }

    [Fact]
    public void A_misspelt_section_of_a_file_stops_the_host()
    {
        Write("appsettings.json", File.ReadAllText(Repository.PathOf("appsettings.json"))
            .Replace("\"Breaker\"", "\"Braker\"", StringComparison.Ordinal));
        using var host = new AuraHost { ContentRoot = _root };

        var refused = Assert.Throws<AuraSettingsException>(host.Started);

        Assert.StartsWith(
            "Braker in appsettings.json is not a setting. Known are $schema, Logging,", Assert.Single(refused.Errors),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Every_secret_of_every_file_is_named()
    {
        Write("a.json", """{ "Storage": { "ConnectionString": "Host=db;Password=hunter2" } }""");
        Write("sub/b.json", """{ "Market": { "Tokens": ["x", "y"] } }""");

        var faults = Faults("a.json", "sub/b.json");

        Assert.Equal(
            [
                "Storage:ConnectionString in a.json", "Market:Tokens:0 in sub/b.json", "Market:Tokens:1 in sub/b.json",
            ],
            faults.Select(fault => fault[..fault.IndexOf(" looks", StringComparison.Ordinal)]));
    }

    [Theory]
    [InlineData("elsewhere/secrets.json", "host")]
    [InlineData(".microsoft/usersecrets/aura-dashboard/secrets.json", "")]
    public void User_secrets_and_files_outside_of_the_content_root_may_hold_them(string file, string contentRoot)
    {
        Write(file, $$"""{ "Market": { "Vendors": { "Finnhub": { "ApiKey": "{{Key}}" } } } }""");

        Assert.Empty(SettingsFiles.FindFaults(
            new ConfigurationBuilder().SetBasePath(Path.GetDirectoryName(Path.Combine(_root, file))!)
                .AddJsonFile(Path.GetFileName(file)).Build(),
            Path.Combine(_root, contentRoot)));
    }

    [Fact]
    public void A_developer_has_a_place_for_secrets_outside_of_the_repository() => Assert.NotNull(
        typeof(DemoAccounts).Assembly.GetCustomAttribute<UserSecretsIdAttribute>());

    [Fact]
    public void Files_of_a_configuration_within_a_configuration_are_looked_through_too()
    {
        Write("a.json", """{ "Market": { "ApiKey": "x" } }""");
        var inner = new ConfigurationBuilder().SetBasePath(_root).AddJsonFile("a.json").Build();

        Assert.Single(SettingsFiles.FindFaults(new ConfigurationBuilder().AddConfiguration(inner).Build(), _root));
    }

    private IReadOnlyList<string> Faults(params string[] files)
    {
        var configuration = new ConfigurationBuilder().SetBasePath(_root);
        foreach (string file in files)
            configuration.AddJsonFile(file);
        return SettingsFiles.FindFaults(configuration.Build(), _root);
    }

    private void Write(string file, string json)
    {
        string path = Path.Combine(_root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, json);
    }
}
