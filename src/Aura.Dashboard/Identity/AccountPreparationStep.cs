namespace Aura.Dashboard.Identity;

/// <summary>The step between the migration and the first request.</summary>
internal static class AccountPreparationStep
{
    public static async Task PrepareAccountsAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AccountPreparation>().PrepareAsync();
    }
}
