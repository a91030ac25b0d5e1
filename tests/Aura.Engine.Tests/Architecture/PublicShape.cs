using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Aura.Engine.Tests.Architecture;

/// <summary>The types below a namespace as their users see them.</summary>
internal sealed class PublicShape(Assembly assembly, string root)
{
    private const BindingFlags Own =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private readonly IReadOnlyList<Type> _types =
    [
        .. assembly.GetTypes().Where(type =>
            type.Namespace?.StartsWith(root, StringComparison.Ordinal) is true
            && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) && !type.Name.StartsWith('<')),
    ];

    public int Count => _types.Count;

    /// <summary>Classes that somebody could derive from by accident.</summary>
    public IEnumerable<string> Open() =>
        _types.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false }).Select(NameOf);

    /// <summary>What could be assigned from outside after construction, and static state whoever assigns it.</summary>
    public IEnumerable<string> Assignable() =>
        _types.SelectMany(type => type.GetFields(Own)
                .Where(field => field is { IsInitOnly: false, IsLiteral: false } && (IsSeen(field) || field.IsStatic))
                .Where(field => !field.Name.StartsWith('<') && !type.IsEnum && !IsCompiled(field))
                .Select(field => $"{NameOf(type)}.{field.Name}")
                .Concat(type.GetProperties(Own)
                    .Where(property => property.SetMethod is { } setter && IsSeen(setter) && !IsInitOnly(setter))
                    .Select(property => $"{NameOf(type)}.{property.Name}")))
            .Order(StringComparer.Ordinal);

    /// <summary>
    /// Collections that a caller could change under the engine's feet. An array of bytes that a method returns is fresh
    /// and its caller's own, so that one is allowed.
    /// </summary>
    public IEnumerable<string> MutableCollections() =>
        _types.Where(type => type.IsVisible)
            .SelectMany(type => Constructors(type).Concat(Methods(type)).Concat(Properties(type)))
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Constructors(Type type) =>
        type.GetConstructors(Own).Where(IsSeen)
            .Where(constructor => constructor.GetParameters().Any(parameter => IsMutable(parameter.ParameterType)))
            .Select(constructor => $"{NameOf(type)}.#ctor({Parameters(constructor)})");

    private static IEnumerable<string> Methods(Type type) =>
        type.GetMethods(Own).Where(method => IsSeen(method) && !method.IsSpecialName)
            .Where(method => (method.ReturnType != typeof(byte[]) && IsMutable(method.ReturnType))
                || method.GetParameters().Any(parameter => IsMutable(parameter.ParameterType)))
            .Select(method => $"{NameOf(type)}.{method.Name}({Parameters(method)})");

    private static IEnumerable<string> Properties(Type type) =>
        type.GetProperties(Own)
            .Where(property => property.GetMethod is { } getter && IsSeen(getter) && IsMutable(property.PropertyType))
            .Select(property => $"{NameOf(type)}.{property.Name}");

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(parameter => parameter.ParameterType.Name));

    private static bool IsMutable(Type type) =>
        type.IsArray
        || (type.IsGenericType && type.GetGenericArguments().Any(IsMutable))
        || (typeof(IEnumerable).IsAssignableFrom(type)
            && type.Namespace is "System.Collections" or "System.Collections.Generic" or "System.Collections.Concurrent"
                or "System.Collections.ObjectModel"
            && !type.Name.StartsWith("IReadOnly", StringComparison.Ordinal)
            && !type.Name.StartsWith("IEnumerable", StringComparison.Ordinal));

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsSeen(FieldInfo field) => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly;

    private static bool IsCompiled(FieldInfo field) => field.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);

    private static bool IsInitOnly(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static string NameOf(Type type) =>
        type.DeclaringType is { } outer ? $"{NameOf(outer)}.{type.Name}" : type.Name;
}
