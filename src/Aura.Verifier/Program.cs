using Aura.Verifier;
using Microsoft.AspNetCore.Components.WebAssembly.Hosting;

var builder = WebAssemblyHostBuilder.CreateDefault(args);
builder.RootComponents.Add<VerifyPage>("#verifier");
builder.Services.AddSingleton(TimeProvider.System);
await builder.Build().RunAsync();
