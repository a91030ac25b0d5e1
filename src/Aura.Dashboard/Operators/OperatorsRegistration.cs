using Aura.Dashboard.Configuration;

namespace Aura.Dashboard.Operators;

internal static class OperatorsRegistration
{
    public static WebApplicationBuilder AddOperators(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptionsWithValidateOnStart<OperatorsOptions, OperatorsOptionsValidator>()
            .Configure<IConfiguration>((options, configuration) => StrictSettings.Read(
                options, configuration.GetSection(OperatorsOptions.Section), options.Unreadable));
        builder.Services.AddSingleton<StepUp>();
        builder.Services.AddSingleton<CommandPreviews>();
        builder.Services.AddSingleton<OperatorDesk>();
        builder.Services.AddSingleton<CommandSettlement>();
        builder.Services.AddSingleton<ThresholdDesk>();
        return builder;
    }

    /// <summary>What trips without a web host.</summary>
    public static WebApplicationBuilder AddOutOfBandTrip(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<OutOfBandTrip>();
        return builder;
    }
}
