using System.Collections.Concurrent;
using System.Globalization;
using Aura.Dashboard.Tests.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Aura.Dashboard.Tests.Architecture;

/// <summary>
/// R8: every options class is validated at start, and its validators report all errors, each naming its key. It is
/// judged by what the registrations do, not by how they look: everything the schema limits is broken at once, and the
/// start has to complain about each.
/// </summary>
internal static class OptionsRule
{
    public delegate IServiceCollection Registration(IReadOnlyDictionary<string, string?> settings);

    public static IReadOnlyList<string> Violations(
        IReadOnlyList<Type> roots, IReadOnlyList<SchemaSetting> settings, Registration register)
    {
        var low = settings.Select(setting => (setting.FirstKey, Value: Low(setting))).Where(broken => broken.Value is not null);
        var high = settings.Select(setting => (setting.FirstKey, Value: High(setting))).Where(broken => broken.Value is not null);
        return [.. Violations(roots, low.ToDictionary(), register)
            .Union(Violations(roots, high.ToDictionary(), register), StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Violations(
        IReadOnlyList<Type> roots, Dictionary<string, string?> broken, Registration register)
    {
        var services = register(broken);
        services.AddSingleton<Seen>();
        services.AddSingleton(typeof(IValidateOptions<>), typeof(Probe<>));
        using var provider = services.BuildServiceProvider();

        var errors = Errors(provider);
        var seen = provider.GetRequiredService<Seen>().Types;
        return roots.Where(root => !seen.ContainsKey(root)).Select(root => $"{root.Name} is not validated at start")
            .Concat(broken.Where(pair => !errors.Any(error => Names(error, pair.Key)))
                .Select(pair => $"{pair.Key} = '{pair.Value}' gives no error that names the key"));
    }

    /// <summary>What the start says to these settings.</summary>
    public static IReadOnlyList<string> ErrorsOf(string key, string value, Registration register)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase) { [key] = value };
        using var provider = register(settings).BuildServiceProvider();
        return Errors(provider);
    }

    private static IReadOnlyList<string> Errors(ServiceProvider provider)
    {
        try
        {
            provider.GetService<IStartupValidator>()?.Validate();
            return [];
        }
        catch (OptionsValidationException invalid)
        {
            return [.. invalid.Failures];
        }
        catch (AggregateException several)
        {
            return [.. several.Flatten().InnerExceptions.OfType<OptionsValidationException>().SelectMany(one => one.Failures)];
        }
    }

    // Two settings that are wrong together, a vendor and its function, may be named by their section.
    private static bool Names(string error, string key) =>
        error.StartsWith($"{key} is ", StringComparison.Ordinal)
        || error.StartsWith($"{key[..key.LastIndexOf(':')]}: ", StringComparison.Ordinal);

    private static string? Low(SchemaSetting setting) => setting switch
    {
        { Accepted.Count: > 0 } => "nonsense",
        { Lowest: { } lowest, Type: "string" } => (Span(lowest) - TimeSpan.FromTicks(1)).ToString(),
        { Lowest: { } lowest } => (Number(lowest) - 1).ToString(CultureInfo.InvariantCulture),
        // Well below, so that it stays wrong beside a broken lower bound that it is compared with.
        { Above: { } above } => (Number(above) - 10).ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string? High(SchemaSetting setting) => setting switch
    {
        { Accepted.Count: > 0 } => null,
        { Highest: { } highest, Type: "string" } => (Span(highest) + TimeSpan.FromTicks(1)).ToString(),
        { Highest: { } highest } => (Number(highest) + 1).ToString(CultureInfo.InvariantCulture),
        { Lowest: null, Type: "string" } when setting.Node.ContainsKey("pattern") => "?",
        { Type: "string" } when setting.Node.ContainsKey("minLength") => string.Empty,
        _ => null,
    };

    private static TimeSpan Span(string text) => TimeSpan.Parse(text, CultureInfo.InvariantCulture);

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static Dictionary<string, string?> ToDictionary(this IEnumerable<(string Key, string? Value)> pairs) =>
        pairs.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase);

    private sealed class Seen
    {
        public ConcurrentDictionary<Type, bool> Types { get; } = [];
    }

    private sealed class Probe<T>(Seen seen) : IValidateOptions<T>
        where T : class
    {
        public ValidateOptionsResult Validate(string? name, T options)
        {
            seen.Types[typeof(T)] = true;
            return ValidateOptionsResult.Skip;
        }
    }
}
