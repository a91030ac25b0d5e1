using Aura.Dashboard.Publishing.Live.Views;

namespace Aura.Dashboard.Api;

/// <summary>The incident that was taken on, or the silence that was made or ended.</summary>
internal sealed record AlertCommandResponse(AlertView? Incident, SilenceView? Silence);
