using Aura.Dashboard.Queries;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Operators;

/// <summary>
/// Finds out what became of a command whose answer did not come: reads by its id and never sends it again. What it looks
/// for is recorded or not; a slow database is neither.
/// </summary>
internal sealed partial class CommandSettlement(
    ICommandAnswers answers, OperatorDesk desk, TimeProvider time, ILogger<CommandSettlement> logger)
{
    /// <summary>How long a page waits for an answer before it says that it does not know.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);

    // Another host of the database may still be carrying it out; its engine tries for less long.
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>The recorded answer; null when the command was not carried out and nobody is carrying it out any more.</summary>
    public async Task<CommandAnswer?> SettleAsync(Guid commandId, string accountId, CancellationToken cancellationToken)
    {
        for (var quiet = TimeSpan.Zero; quiet < Quiet;)
        {
            // Asked before reading: a command that ends in between is found by the next reading.
            bool isUnderWay = desk.IsUnderWay(commandId);
            var (isRead, answer) = await TryReadAsync(commandId, accountId, cancellationToken);
            if (answer is not null)
                return answer;

            quiet = isUnderWay || !isRead ? TimeSpan.Zero : quiet + Pause;
            await Task.Delay(Pause, time, cancellationToken);
        }

        return null;
    }

    private async Task<(bool IsRead, CommandAnswer? Answer)> TryReadAsync(
        Guid commandId, string accountId, CancellationToken cancellationToken)
    {
        try
        {
            return (true, await answers.FindAsync(commandId, accountId, cancellationToken));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // By design: while the database cannot be read it stays unknown, and is asked again.
            Log.NotRead(logger, commandId, exception);
            return (false, null);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The answer to command {CommandId} could not be read")]
        public static partial void NotRead(ILogger logger, Guid commandId, Exception exception);
    }
}
