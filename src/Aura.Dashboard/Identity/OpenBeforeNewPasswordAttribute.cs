namespace Aura.Dashboard.Identity;

/// <summary>Marks the one page that opens while the person still has to choose a password.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OpenBeforeNewPasswordAttribute : Attribute;
