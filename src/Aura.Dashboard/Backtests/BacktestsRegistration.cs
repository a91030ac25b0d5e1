using Aura.Dashboard.Queries;

namespace Aura.Dashboard.Backtests;

internal static class BacktestsRegistration
{
    public static WebApplicationBuilder AddBacktests(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ICoverageTest, KupiecTest>();
        return builder;
    }
}
