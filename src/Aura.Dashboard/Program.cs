using Aura.Dashboard;

var builder = WebApplication.CreateBuilder(args);
builder.AddAuraDashboard();
var app = builder.Build();
app.UseAuraDashboard();
await app.RunAuraDashboardAsync();
