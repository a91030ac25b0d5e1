// A small host of its own in which folders see what they must not see, in every way there is. It proves that the
// rules can fail; nothing else uses it.
#pragma warning disable IDE0130, IDE0161, MA0048, CA1812
using Aura.Dashboard.Tests.Architecture.CanaryHost.Queries;
using Aura.Dashboard.Tests.Architecture.CanaryHost.Storage;
using Hangfire;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using MudBlazor;

namespace Aura.Dashboard.Tests.Architecture.CanaryHost.Storage
{
    internal class Inside
    {
        public static int Answer => 42;
    }
}

namespace Aura.Dashboard.Tests.Architecture.CanaryHost.Queries
{
    internal class Permitted
    {
        public static int Answer => 42;
    }
}

namespace Aura.Dashboard.Tests.Architecture.CanaryHost.Components
{
    internal sealed class ByBase : Inside;

    internal sealed class ByField
    {
        public Inside? Seen { get; init; }
    }

    internal sealed class ByParameter
    {
        public static int Of(Inside seen) => seen.GetHashCode();
    }

    internal sealed class ByGenericArgument
    {
        public static List<Inside> Nothing() => [];
    }

    internal sealed class ByBodyOnly
    {
        public static int Of() => Inside.Answer;
    }

    internal sealed class ByRight : Permitted;
}

namespace Aura.Dashboard.Tests.Architecture.CanaryHost.Api
{
    internal sealed class Jobs
    {
        public IBackgroundJobClient? Client { get; init; }
    }

    internal sealed class Rows : DbContext;

    internal sealed class Colours
    {
        public static Color Of() => Color.Primary;
    }

    internal sealed class Calls : Hub;
}

namespace Aura.Dashboard.Tests.Architecture.CanaryHost.Scheduling
{
    internal sealed class AtHome
    {
        public IBackgroundJobClient? Client { get; init; }
    }
}
