using System.Text.Json.Nodes;
using Aura.Dashboard.Identity;
using Aura.Dashboard.Tests.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Aura.Dashboard.Tests.Architecture;

public sealed class OptionsRuleTests
{
    private static readonly IReadOnlyList<SchemaSetting> Canary = SettingsSchema.Settings(JsonNode.Parse(
        """
        { "properties": { "Canary": { "properties": {
            "Count": { "type": "integer", "minimum": 1, "maximum": 9 },
            "Size": { "type": "integer", "minimum": 1, "maximum": 9 } } } } }
        """)!.AsObject());

    [Fact]
    public void Every_options_class_is_validated_at_start_and_reports_all_errors_by_key() => Assert.Empty(
        OptionsRule.Violations(
            SettingsSchema.Roots(typeof(DemoAccounts).Assembly),
            SettingsSchema.Settings(SettingsSchema.Load()),
            HostServices));

    [Fact]
    public void The_rule_looks_at_every_section() => Assert.True(
        SettingsSchema.Roots(typeof(DemoAccounts).Assembly).Count >= 2
        && SettingsSchema.Settings(SettingsSchema.Load()).Count > 20);

    [Fact]
    public void The_canary_passes_when_it_does_everything_right() => Assert.Empty(Violations(services => services
        .AddOptionsWithValidateOnStart<CanaryOptions>().Configure<IConfiguration>(Bind)
        .Services.AddSingleton<IValidateOptions<CanaryOptions>>(new Validator(Faults))));

    [Fact]
    public void The_canary_that_is_not_validated_at_start_is_found() => Assert.Contains(
        "CanaryOptions is not validated at start",
        Violations(services => services.AddOptions<CanaryOptions>().Configure<IConfiguration>(Bind)
            .Services.AddSingleton<IValidateOptions<CanaryOptions>>(new Validator(Faults))));

    [Fact]
    public void The_canary_that_nobody_registered_is_found() =>
        Assert.Contains("CanaryOptions is not validated at start", Violations(_ => { }));

    [Fact]
    public void The_canary_that_stops_at_its_first_error_is_found() => Assert.Equal(
        ["Canary:Size = '0' gives no error that names the key", "Canary:Size = '10' gives no error that names the key"],
        Violations(services => services
            .AddOptionsWithValidateOnStart<CanaryOptions>().Configure<IConfiguration>(Bind)
            .Services.AddSingleton<IValidateOptions<CanaryOptions>>(new Validator(options => Faults(options).Take(1)))));

    [Fact]
    public void The_canary_whose_errors_name_no_key_is_found() => Assert.Equal(
        4,
        Violations(services => services
            .AddOptionsWithValidateOnStart<CanaryOptions>().Configure<IConfiguration>(Bind)
            .Services.AddSingleton<IValidateOptions<CanaryOptions>>(
                new Validator(options => Faults(options).Select(_ => "A number is out of range.")))).Count);

    [Fact]
    public void The_canary_that_accepts_what_its_schema_refuses_is_found() => Assert.Equal(
        4,
        Violations(services => services
            .AddOptionsWithValidateOnStart<CanaryOptions>().Configure<IConfiguration>(Bind)
            .Services.AddSingleton<IValidateOptions<CanaryOptions>>(new Validator(_ => []))).Count);

    internal static IServiceCollection HostServices(IReadOnlyDictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = "Development",
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
        });
        builder.Configuration.AddInMemoryCollection(settings);
        return builder.AddAuraDashboard().Services;
    }

    private static IReadOnlyList<string> Violations(Action<IServiceCollection> register) =>
        OptionsRule.Violations([typeof(CanaryOptions)], Canary, settings =>
        {
            var services = new ServiceCollection();
            services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
            register(services);
            return services;
        });

    private static void Bind(CanaryOptions options, IConfiguration configuration) =>
        configuration.GetSection("Canary").Bind(options);

    private static IEnumerable<string> Faults(CanaryOptions options)
    {
        if (options.Count is < 1 or > 9)
            yield return $"Canary:Count is '{options.Count}': accepted are 1 to 9.";
        if (options.Size is < 1 or > 9)
            yield return $"Canary:Size is '{options.Size}': accepted are 1 to 9.";
    }

    private sealed class CanaryOptions
    {
        public int Count { get; set; } = 1;

        public int Size { get; set; } = 1;
    }

    private sealed class Validator(Func<CanaryOptions, IEnumerable<string>> faults) : IValidateOptions<CanaryOptions>
    {
        public ValidateOptionsResult Validate(string? name, CanaryOptions options) =>
            faults(options).ToList() is { Count: > 0 } errors
                ? ValidateOptionsResult.Fail(errors)
                : ValidateOptionsResult.Success;
    }
}
