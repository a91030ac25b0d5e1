using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aura.PacedHost;

internal static class HostWithoutSchedule
{
    // Hangfire registers its server by a factory, so the descriptor itself names no type; its delegate does.
    public static void RemoveSchedule(this IServiceCollection services)
    {
        var server = services.Single(service => service.ServiceType == typeof(IHostedService)
            && service.ImplementationFactory?.GetType().GenericTypeArguments is [_, var type]
            && type.Namespace is "Hangfire");
        services.Remove(server);
    }

    public static async Task StartedAsync(this WebApplication app)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = app.Lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task;
    }
}
