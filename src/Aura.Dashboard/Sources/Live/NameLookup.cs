using System.Net;

namespace Aura.Dashboard.Sources.Live;

/// <summary>Resolves a host name; a test says what a name server would.</summary>
internal delegate Task<IPAddress[]> NameLookup(string host, CancellationToken cancellationToken);
