using System.Collections.Concurrent;
using System.Text;
using Microsoft.Playwright;

namespace Aura.EndToEndTests.Infrastructure;

/// <summary>Everything that a page is sent: documents, scripts, answers and every frame of its sockets.</summary>
internal sealed class Overheard
{
    private readonly ConcurrentQueue<string> _texts = new();
    private int _frames;

    private Overheard()
    {
    }

    public int Frames => _frames;

    public static Overheard By(IPage page)
    {
        var heard = new Overheard();
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) =>
        {
            Interlocked.Increment(ref heard._frames);
            heard._texts.Enqueue(frame.Text ?? Encoding.Latin1.GetString(frame.Binary ?? []));
        };
        return heard;
    }

    public void Add(string text) => _texts.Enqueue(text);

    public bool Contains(string word) => _texts.Any(text => text.Contains(word, StringComparison.Ordinal));
}
