using Aura.Engine.Rounds;

namespace Aura.Dashboard.Api;

/// <summary>What a command will do, and the digest to send with it.</summary>
internal sealed record PreviewView(string Scope, string Command, long ExpectedVersion, IReadOnlyList<string> Lines, string Preview)
{
    public static PreviewView Of(CommandPreview preview, string command) =>
        new(preview.Scope.Value, command, preview.Version, [.. preview.Lines.Select(line => line.Text)], preview.ToDigest().Hex);
}
