using System.Collections.Concurrent;
using System.Text.Json;

namespace Aura.Benchmarks.Live;

/// <summary>What a browser answers when the server calls its scripts: just enough for the overview to be drawn.</summary>
internal sealed class BrowserAnswers
{
    // Microsoft.JSInterop.JSCallResultType
    private const int ObjectReference = 1;

    private const string Choices =
        """{"colours":"light","dark":false,"zone":null,"browserZone":"UTC","keys":true}""";

    private readonly ConcurrentDictionary<string, int> _calls = new(StringComparer.Ordinal);
    private int _objects;

    /// <summary>How often each script was called.</summary>
    public IReadOnlyDictionary<string, int> Calls => _calls;

    /// <summary>The answer as JSON, in the form of <c>EndInvokeJSFromDotNet</c>.</summary>
    public string Of(long call, string identifier, int resultType)
    {
        _calls.AddOrUpdate(identifier, 1, (_, count) => count + 1);
        return $"[{call},true,{Result(identifier, resultType)}]";
    }

    private string Result(string identifier, int resultType) => (identifier, resultType) switch
    {
        (_, ObjectReference) => JsonSerializer.Serialize(new Dictionary<string, int> { ["__jsObjectId"] = Interlocked.Increment(ref _objects) }),
        ("aura.choices", _) => Choices,
        _ => "null",
    };
}
