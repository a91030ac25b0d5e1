using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Aura.VendorStub;

/// <summary>The answers to one request, by behaviour.</summary>
internal sealed class StubAnswers(TimeProvider time)
{
    private const long Gigabyte = 1L << 30;
    private const int Unfolded = 100 * 1024 * 1024;

    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Behaviour _behaviour;

    public Behaviour Behaviour
    {
        get => _behaviour;
        set => _behaviour = value;
    }

    public void Stop() => _stopped.TrySetResult();

    public Task AnswerAsync(HttpContext context) => Behaviour switch
    {
        Behaviour.Quotes => QuotesAsync(context, StubPrices.Plain, TimeSpan.Zero),
        Behaviour.QuotaSpent => TextAsync(context, 200, Note(context.Request)),
        Behaviour.FlappingTls or Behaviour.ForeignTls => LastOfItsConnectionAsync(context),
        Behaviour.Zero => QuotesAsync(context, new StubPrices(Factor: 0m), TimeSpan.Zero),
        Behaviour.Old => QuotesAsync(context, StubPrices.Plain, TimeSpan.FromDays(-10)),
        Behaviour.Ahead => QuotesAsync(context, StubPrices.Plain, TimeSpan.FromDays(2)),
        Behaviour.WrongUnit => QuotesAsync(context, StubPrices.AnotherUnit(context.Request), TimeSpan.Zero),
        Behaviour.DayThrottled => TextAsync(context, 429, """{"code":429,"message":"You have run out of API credits for the day.","status":"error"}"""),
        Behaviour.Unheard => TextAsync(context, 200, """{"Information":"The weather is too fine for prices today."}"""),
        Behaviour.Malformed => TextAsync(context, 200, """{"price":33"""),
        Behaviour.Empty => TextAsync(context, 200, "{}"),
        Behaviour.NoContent => NothingAsync(context),
        Behaviour.LoginPage => TextAsync(context, 200, "<!doctype html><title>Sign in</title><form><input type=password></form>"),
        Behaviour.UnknownSymbol => TextAsync(context, 404, """{"code":404,"message":"**symbol** or **figi** parameter is missing or invalid.","status":"error"}"""),
        Behaviour.MarketClosed => TextAsync(context, 200, """{"error":"The market is closed."}"""),
        Behaviour.Throttled => ThrottledAsync(context),
        Behaviour.BadKey => TextAsync(context, 401, """{"error":"Invalid API key"}"""),
        Behaviour.Entitlement => TextAsync(context, 403, """{"error":"You do not have access to this resource."}"""),
        Behaviour.Unavailable => TextAsync(context, 503, "busy"),
        Behaviour.RedirectInside => RedirectAsync(context),
        Behaviour.Drip => DripAsync(context),
        Behaviour.Slow => Task.WhenAny(_stopped.Task, Aborted(context)),
        Behaviour.Endless => EndlessAsync(context),
        Behaviour.GzipBomb => BombAsync(context),
        Behaviour.BrokenGzip => BrokenAsync(context),
        Behaviour.Torn => TornAsync(context),
        _ => throw new InvalidOperationException($"Nobody plays {Behaviour}."),
    };

    private static string Note(HttpRequest request) =>
        $$"""{"Information":"We have detected your API key as {{request.Query["apikey"]}}{{request.Headers.Authorization}}{{request.Headers["X-Finnhub-Token"]}} and our standard API rate limit is 25 requests per day."}""";

    private Task QuotesAsync(HttpContext context, StubPrices prices, TimeSpan shift) =>
        TextAsync(context, 200, StubQuotes.Of(context.Request, prices, time.GetUtcNow() + shift));

    // A certificate is shown to new connections only.
    private Task LastOfItsConnectionAsync(HttpContext context)
    {
        context.Response.Headers.Connection = "close";
        return QuotesAsync(context, StubPrices.Plain, TimeSpan.Zero);
    }

    private static Task NothingAsync(HttpContext context)
    {
        context.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    private static Task TextAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }

    private static Task ThrottledAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "3600";
        return TextAsync(context, 429, """{"code":429,"message":"Later, please.","status":"error"}""");
    }

    private static Task RedirectAsync(HttpContext context)
    {
        context.Response.Redirect("http://169.254.169.254/latest/meta-data");
        return Task.CompletedTask;
    }

    private async Task DripAsync(HttpContext context)
    {
        while (!context.RequestAborted.IsCancellationRequested && !_stopped.Task.IsCompleted)
        {
            await context.Response.WriteAsync(" ", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.WhenAny(Task.Delay(TimeSpan.FromMilliseconds(500), time, context.RequestAborted), _stopped.Task);
        }
    }

    private static async Task EndlessAsync(HttpContext context)
    {
        byte[] chunk = new byte[64 * 1024];
        Array.Fill(chunk, (byte)' ');
        for (long sent = 0; sent < Gigabyte && !context.RequestAborted.IsCancellationRequested; sent += chunk.Length)
        {
            await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }

    private static async Task BombAsync(HttpContext context)
    {
        using var folded = new MemoryStream();
        await using (var gzip = new GZipStream(folded, CompressionLevel.Fastest, leaveOpen: true))
        {
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < Unfolded / zeros.Length; i++)
                await gzip.WriteAsync(zeros, context.RequestAborted);
        }

        context.Response.Headers.ContentEncoding = "gzip";
        await context.Response.Body.WriteAsync(folded.ToArray(), context.RequestAborted);
    }

    private static Task BrokenAsync(HttpContext context)
    {
        context.Response.Headers.ContentEncoding = "gzip";
        return context.Response.Body.WriteAsync(Encoding.ASCII.GetBytes("not compressed at all"), context.RequestAborted)
            .AsTask();
    }

    private static async Task TornAsync(HttpContext context)
    {
        context.Response.ContentLength = 1000;
        await context.Response.WriteAsync("{", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        context.Abort();
    }

    private static Task Aborted(HttpContext context)
    {
        var aborted = new TaskCompletionSource();
        context.RequestAborted.Register(aborted.SetResult);
        return aborted.Task;
    }
}
