namespace Aura.Dashboard.Operators;

internal static class OperatorsRegistration
{
    public static WebApplicationBuilder AddOperators(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<OperatorDesk>();
        return builder;
    }
}
