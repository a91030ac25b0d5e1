using Aura.Dashboard;
using Aura.Dashboard.Configuration;
using Aura.Dashboard.Verbs;

if (CommandLine.IsVerb(args))
    return await CommandLine.RunVerbAsync(args, AuraDashboardBuilder.Verbs);
var app = SettingsRoot.CreateBuilder(args).AddAuraDashboard().Build();
app.UseAuraDashboard();
await app.RunAuraDashboardAsync();
return 0;
