using System.Diagnostics;
using System.Globalization;

namespace Aura.PacedHost;

/// <summary>What whoever started the process can ask of it: one line in, one line out, told apart from the log by a mark.</summary>
internal sealed class Conversation(PacedRounds rounds, TextReader questions, TextWriter answers)
{
    private const string Mark = "paced: ";
    // Twenty a second: the pace of whoever asks for many.
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(50);

    public async Task HoldAsync(string url)
    {
        await rounds.PrepareAsync(Apart);
        await SayAsync(url);
        while (await questions.ReadLineAsync() is { } question)
            await SayAsync(await AnswerAsync(question.Split(' ')));
    }

    private Task SayAsync(string answer) => answers.WriteLineAsync(Mark + answer);

    private async Task<string> AnswerAsync(string[] question) => question switch
    {
        ["publish"] => await PublishAsync(),
        ["pace", var count, var milliseconds] => $"{await rounds.PublishAsync(Number(count), TimeSpan.FromMilliseconds(Number(milliseconds)))}",
        ["processor"] => Processor(),
        ["heap"] => Heap(),
        ["chart", var points] => LongestChart.Render(Number(points)),
        _ => throw new FormatException($"'{string.Join(' ', question)}' is no question."),
    };

    // The moment before, on the clock that all processes of the machine share.
    private async Task<string> PublishAsync()
    {
        long before = rounds.Time.GetTimestamp();
        var round = await rounds.PublishAsync();
        return string.Create(CultureInfo.InvariantCulture, $"{round} {before}");
    }

    private static string Processor()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime.TotalMilliseconds.ToString(CultureInfo.InvariantCulture);
    }

    private static string Heap()
    {
        // Twice: what has a finalizer is freed by the second.
        for (int i = 0; i < 2; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true).ToString(CultureInfo.InvariantCulture);
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
