using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Aura.Dashboard.Tests;

/// <summary>Everything that is logged, at every level: messages, their values, scopes and exceptions.</summary>
[ProviderAlias("Captured")]
internal sealed class CapturedLogs : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<string> _lines = new();
    private IExternalScopeProvider? _scopes;

    public IReadOnlyList<string> Lines => [.. _lines];

    /// <summary>Asks a host for all that its log can say.</summary>
    public AuraHost CaptureAll(AuraHost host)
    {
        foreach (string category in (string[])
                 [
                     "Default", "Microsoft.AspNetCore", "Microsoft.AspNetCore.Hosting.Diagnostics",
                     "Microsoft.EntityFrameworkCore", "Polly", "System.Net.Http.HttpClient",
                 ])
        {
            host.With($"Logging:LogLevel:{category}", "Trace");
            host.With($"Logging:Captured:LogLevel:{category}", "Trace");
        }

        // The only one: what everything says would bury the failures in the output of the test run.
        return host.Replacing(services => services.RemoveAll<ILoggerProvider>().AddSingleton<ILoggerProvider>(this));
    }

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class Category(CapturedLogs logs, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            string values = state is IEnumerable<KeyValuePair<string, object?>> named
                ? string.Join(' ', named.Select(value => $"{value.Key}={value.Value}"))
                : string.Empty;
            logs._lines.Enqueue($"{logLevel} {name}: {formatter(state, exception)} {values} {exception}");
            logs._scopes?.ForEachScope(
                (scope, lines) => lines.Enqueue($"{name} scope: {scope}"), logs._lines);
        }
    }
}
