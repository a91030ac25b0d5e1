using Aura.Dashboard.Configuration;
using Aura.Dashboard.Sources.Scenarios;
using Aura.Engine.Market;
using Microsoft.Extensions.Options;

namespace Aura.Dashboard.Sources;

/// <summary>Refuses a scenario that has no file.</summary>
internal sealed class ScenarioValidator : IValidateOptions<EngineOptions>
{
    public ValidateOptionsResult Validate(string? name, EngineOptions options) =>
        options.Market.Mode is not MarketMode.Simulated
        || ScenarioLibrary.Names.Contains(options.Market.Scenario, StringComparer.Ordinal)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"Market:Scenario is '{options.Market.Scenario}': accepted are {string.Join(", ", ScenarioLibrary.Names)}.");
}
