using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace Aura.Dashboard.Publishing.Hub;

/// <summary>The live feed for every client that is not a page; a page subscribes in process.</summary>
[Authorize]
internal sealed class RoundHub : Hub<IRoundClient>
{
    public const string Path = "/hubs/rounds";
}
