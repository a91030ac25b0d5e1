using Aura.Dashboard.Storage;
using Aura.Engine.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Aura.KillPoints;

internal static class KillPointRegistration
{
    public static void AddKillPoint(this IServiceCollection services, KillPoint point)
    {
        services.AddSingleton<IRoundStore>(provider => new KillingStore(
            ActivatorUtilities.CreateInstance<RoundStore>(provider), point));
        services.AddSingleton<IDbContextOptionsConfiguration<AuraDbContext>>(new Configuration(point));
    }

    private sealed class Configuration(KillPoint point) : IDbContextOptionsConfiguration<AuraDbContext>
    {
        public void Configure(IServiceProvider serviceProvider, DbContextOptionsBuilder optionsBuilder) =>
            optionsBuilder.AddInterceptors(new KillingTransactions(point));
    }
}
