// A small engine of its own in which the first stage sees the last one in every way there is. It proves that the flow
// rule can fail; nothing else uses it.
#pragma warning disable IDE0130, IDE0161, MA0048, CA1812
using Aura.Engine.Tests.Architecture.CanaryEngine.Canon;
using Aura.Engine.Tests.Architecture.CanaryEngine.Rounds;

namespace Aura.Engine.Tests.Architecture.CanaryEngine.Rounds
{
    internal class Downstream
    {
        public static int Answer => 42;
    }
}

namespace Aura.Engine.Tests.Architecture.CanaryEngine.Canon
{
    internal sealed class ByBase : Downstream;

    internal sealed class ByField
    {
        public Downstream? Seen { get; init; }
    }

    internal sealed class ByParameter
    {
        public static int Of(Downstream seen) => seen.GetHashCode();
    }

    internal sealed class ByGenericArgument
    {
        public static List<Downstream> Nothing() => [];
    }

    internal sealed class ByBodyOnly
    {
        public static int Of() => Downstream.Answer;
    }
}

namespace Aura.Engine.Tests.Architecture.CanaryEngine.Publishing
{
    internal sealed class Allowed
    {
        public static int Of() => ByBodyOnly.Of();
    }
}
