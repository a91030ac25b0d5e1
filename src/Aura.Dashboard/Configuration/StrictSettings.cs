using System.Collections;
using System.Globalization;
using System.Reflection;

namespace Aura.Dashboard.Configuration;

/// <summary>
/// Reads a section into options. A misspelt key must not leave a default in force unnoticed, and a person repairs all
/// settings at once: every key that is unknown or unreadable is named, and the others are read nevertheless, so that
/// validators speak in the same breath. The framework's binder stops at the first and names .NET types.
/// </summary>
internal static class StrictSettings
{
    /// <param name="options">Receives what can be read.</param>
    /// <param name="section">Where it is read from.</param>
    /// <param name="errors">Receives a sentence for every key that cannot.</param>
    public static void Read(object options, IConfigurationSection section, ICollection<string> errors)
    {
        if (section.Value is { Length: > 0 } value)
        {
            errors.Add($"{section.Path} is '{value}': it is a section, not a single value.");
            return;
        }

        var known = options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance);
        foreach (var child in section.GetChildren())
        {
            var property = known.FirstOrDefault(
                candidate => string.Equals(candidate.Name, child.Key, StringComparison.OrdinalIgnoreCase));
            if (property is null)
                errors.Add($"{child.Path} is not a setting. Known here are {string.Join(", ", known.Select(k => k.Name))}.");
            else
                ReadProperty(options, property, child, errors);
        }
    }

    /// <summary>Reads a list of sections, in the order of their indices.</summary>
    public static void Read<T>(List<T> items, IConfigurationSection section, ICollection<string> errors)
        where T : new() => ReadList(items, typeof(T), section, errors);

    private static void ReadProperty(
        object options, PropertyInfo property, IConfigurationSection section, ICollection<string> errors)
    {
        switch (property.GetValue(options))
        {
            case IDictionary<string, string> entries:
                foreach (var child in section.GetChildren())
                    entries[child.Key] = child.Value ?? string.Empty;
                break;
            case IList items:
                ReadList(items, property.PropertyType.GenericTypeArguments[0], section, errors);
                break;
            case { } nested when !IsValue(property.PropertyType):
                Read(nested, section, errors);
                break;
            default:
                ReadValue(options, property, section, errors);
                break;
        }
    }

    private static void ReadList(IList items, Type type, IConfigurationSection section, ICollection<string> errors)
    {
        foreach (var child in section.GetChildren())
        {
            object item = Activator.CreateInstance(type)!;
            Read(item, child, errors);
            items.Add(item);
        }
    }

    private static void ReadValue(
        object options, PropertyInfo property, IConfigurationSection section, ICollection<string> errors)
    {
        if (section.GetChildren().Any())
            errors.Add($"{section.Path} is a single value, not a section.");
        else if (section.Value is not { } text)
            return;
        else if (Parse(TypeOf(property), text) is { } value)
            property.SetValue(options, value);
        else
            errors.Add($"{section.Path} is '{text}': {Accepted(TypeOf(property))}.");
    }

    // A nullable setting is one whose default depends on others; what is written down is never null.
    private static Type TypeOf(PropertyInfo property) =>
        Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;

    private static bool IsValue(Type type) => type.IsValueType || type == typeof(string);

    private static object? Parse(Type type, string text) => type switch
    {
        _ when type == typeof(string) => text,
        _ when type == typeof(bool) => bool.TryParse(text, out bool flag) ? flag : null,
        _ when type == typeof(int) =>
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : null,
        _ when type == typeof(long) =>
            long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : null,
        _ when type == typeof(decimal) => ParseDecimal(text),
        _ when type == typeof(TimeSpan) =>
            TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) ? span : null,
        // By name only: a number would bind a settings file to the order of our enums.
        { IsEnum: true } => Enum.GetNames(type).FirstOrDefault(
            name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase)) is { } found
                ? Enum.Parse(type, found)
                : null,
        _ => throw new NotSupportedException($"A setting of the type {type.Name} has no text form."),
    };

    private static decimal? ParseDecimal(string text)
    {
        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out decimal number) ? number : null;
    }

    private static string Accepted(Type type) => type switch
    {
        { IsEnum: true } => $"accepted are {string.Join(", ", Enum.GetNames(type))}",
        _ when type == typeof(TimeSpan) => "accepted is a time span such as 00:00:10",
        _ when type == typeof(decimal) => "accepted is a decimal number",
        _ when type == typeof(bool) => "accepted are true and false",
        _ => "accepted is a whole number",
    };
}
