using System.Runtime.CompilerServices;
using Bunit;

namespace Aura.Dashboard.Tests.Components;

/// <summary>
/// How long a component may take to show what a test waits for. bUnit's second is too short for a machine that runs other
/// tests beside it; a longer wait delays only failures.
/// </summary>
internal static class Patience
{
    [ModuleInitializer]
    internal static void Extend() => BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(30);
}
