using Aura.Dashboard;
using Aura.PacedHost;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

// The dashboard as it is shipped, whose rounds come when a test says so: no schedule could be asked for twenty a second.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    ApplicationName = typeof(AuraDashboardBuilder).Assembly.GetName().Name,
    ContentRootPath = AppContext.BaseDirectory,
});
builder.AddAuraDashboard();
builder.Services.RemoveSchedule();
builder.Services.AddSingleton<PacedRounds>();
var app = builder.Build();
app.UseAuraDashboard();
var serving = app.RunAuraDashboardAsync();
await app.StartedAsync();
await new Conversation(app.Services.GetRequiredService<PacedRounds>(), Console.In, Console.Out).HoldAsync(app.Urls.First());
await app.StopAsync();
await serving;
