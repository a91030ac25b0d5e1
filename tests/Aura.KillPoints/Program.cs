using Aura.Dashboard;
using Aura.KillPoints;
using Microsoft.AspNetCore.Builder;

// The dashboard as it is shipped, plus one moment at which it ends without warning. No such hook is in the product.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    ApplicationName = typeof(AuraDashboardBuilder).Assembly.GetName().Name,
    ContentRootPath = AppContext.BaseDirectory,
});
builder.AddAuraDashboard();
builder.Services.AddKillPoint(KillPoint.Parse(Environment.GetEnvironmentVariable(KillPoint.Variable)));
var app = builder.Build();
app.UseAuraDashboard();
await app.RunAuraDashboardAsync();
