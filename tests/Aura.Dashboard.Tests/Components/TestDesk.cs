using System.Collections.Concurrent;
using System.Security.Claims;
using Aura.Dashboard.Backtests;
using Aura.Dashboard.Components.Controls;
using Aura.Dashboard.Components.Pages;
using Aura.Dashboard.Configuration;
using Aura.Dashboard.Identity;
using Aura.Dashboard.Operators;
using Aura.Dashboard.Publishing.Live;
using Aura.Dashboard.Queries;
using Aura.Engine.Audit;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Market;
using Aura.Engine.Rounds;
using Bunit;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;

namespace Aura.Dashboard.Tests.Components;

/// <summary>What a live page needs: the real feed, desk and engine on a store in memory, and one person.</summary>
internal sealed class TestDesk : IDisposable
{
    public const string OperatorId = "7f0c";

    private readonly RiskEngine _engine;

    public TestDesk(BunitContext context, string role = AuraRoles.Operator)
    {
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        Roles.Add(role);
        var services = context.Services;
        Feed = new RoundFeed(new RulesInForce(Sample.Rules), Clock);
        services.AddMudServices();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(Feed);
        services.AddSingleton<ISourceLatency>(new EvenLatency());
        services.AddSingleton<ICoverageTest>(new KupiecTest());
        services.AddScoped<LivePause>();
        services.AddScoped<SecondHand>();
        var rules = new RulesInForce(Sample.Rules);
        services.AddSingleton(rules);
        services.AddTransient(_ => rules.Current);
        services.AddSingleton(RoundSchedule.Parse(Sample.Rules.Schedule.Cron));
        services.AddIdentityCore<AuraUser>();
        services.AddScoped<IUserStore<AuraUser>>(_ => new OneAccount(Roles));
        services.AddSingleton<ActorReader>();
        services.AddSingleton<AccountNames>();
        _engine = new RiskEngine(Store, new RulesInForce(Sample.Rules), Feed, Clock);
        services.AddSingleton(_engine);
        services.AddSingleton(_ => new CommandPreviews(
            Feed, new RulesInForce(Sample.Rules with { Breaker = Sample.Rules.Breaker with { ApprovalsRequired = Approvals } })));
        services.AddSingleton(provider => new OperatorDesk(
            provider.GetRequiredService<ActorReader>(), _engine, provider.GetRequiredService<CommandPreviews>(),
            provider.GetRequiredService<StepUp>(),
            NullLogger<OperatorDesk>.Instance));
        services.AddSingleton<ICommandAnswers>(Store);
        services.AddSingleton(Microsoft.Extensions.Options.Options.Create(Options));
        services.AddSingleton<PasswordAgain>();
        services.AddSingleton<StepUp>();
        services.AddSingleton(provider => new CommandSettlement(
            Store, provider.GetRequiredService<OperatorDesk>(), Clock, NullLogger<CommandSettlement>.Instance));
        var person = context.AddAuthorization();
        person.SetAuthorized("operator@aura.demo");
        person.SetRoles(role);
        person.SetClaims(new Claim(ClaimTypes.NameIdentifier, OperatorId));
        Feed.Recover([], [Sample.Breaker("SYSTEM"), Sample.Breaker("GOLD"), Sample.Breaker("MSFT")]);
    }

    public FakeTimeProvider Clock { get; } = new(Sample.Start);

    public RoundFeed Feed { get; }

    public MemoryStore Store { get; } = new();

    public OperatorsOptions Options { get; } = new();

    /// <summary>How many people a reset needs, as the previews say it; set before a dialog opens.</summary>
    public int Approvals { get; set; } = 1;

    /// <summary>What the database says about the person, whatever the page believes.</summary>
    public List<string> Roles { get; } = [];

    public ValueTask PublishAsync(Aura.Engine.Publishing.RoundReport report) => Feed.RoundCompletedAsync(report, CancellationToken.None);

    public void Dispose() => _engine.Dispose();

    /// <summary>Every source answers in the same time.</summary>
    private sealed class EvenLatency : ISourceLatency
    {
        public TimeSpan? Of(SourceId source) => TimeSpan.FromMilliseconds(142);
    }

    /// <summary>The engine's store in memory; <see cref="Gate"/> holds a submission back.</summary>
    internal sealed class MemoryStore : IRoundStore, ICommandAnswers
    {
        private readonly ConcurrentDictionary<Guid, PriorAnswer> _answers = new();
        private LedgerHead _head = LedgerHead.Empty;

        public EngineState State { get; set; } = EngineState.Initial;

        public Task Gate { get; set; } = Task.CompletedTask;

        public List<Guid> Asked { get; } = [];

        public List<Commit.OfCommand> Commands { get; } = [];

        /// <summary>Commits and then breaks, so that the answer is recorded and nobody gets it.</summary>
        public bool LosesAnswers { get; set; }

        /// <summary>Readings of answers by their id; each fails while <see cref="Unreadable"/>.</summary>
        public int Readings { get; private set; }

        public bool Unreadable { get; set; }

        public Task<CommandAnswer?> FindAsync(Guid commandId, string accountId, CancellationToken cancellationToken)
        {
            Readings++;
            return Unreadable ? throw new IOException("disk")
                : Task.FromResult(accountId is OperatorId ? _answers.GetValueOrDefault(commandId)?.Answer : null);
        }

        public void Hold(BreakerRecord breaker) => State = State.With([breaker]);

        public async Task<EngineSnapshot> LoadAsync(Guid? commandId, CancellationToken cancellationToken)
        {
            if (commandId is not { } id)
                return new EngineSnapshot(State, _head, null);

            Asked.Add(id);
            await Gate;
            return new EngineSnapshot(State, _head, _answers.GetValueOrDefault(id));
        }

        public Task<RoundNumber?> ClaimSlotAsync(Slot slot, TimeSpan lease, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<Arrears> LoadArrearsAsync(Slot before, DateTimeOffset now, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task KeepRefusalAsync(PriorAnswer answer, string actorId, DateTimeOffset at)
        {
            _answers[answer.Answer.CommandId] = answer;
            return Task.CompletedTask;
        }

        public Task<CommitResult> CommitAsync(IReadOnlyList<Commit> commits, long expectedSequence)
        {
            var command = (Commit.OfCommand)commits.Single();
            Commands.Add(command);
            _answers[command.Answer.Answer.CommandId] = command.Answer;
            (State, _head) = (command.State, command.Entry.Head);
            if (LosesAnswers)
                throw new IOException("The connection broke after the commit.");
            return Task.FromResult(CommitResult.Committed);
        }
    }

    private sealed class OneAccount(List<string> roles) : IUserRoleStore<AuraUser>
    {
        private readonly AuraUser _user = new() { Id = OperatorId, UserName = "operator@aura.demo" };

        public Task<AuraUser?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
            Task.FromResult(string.Equals(userId, OperatorId, StringComparison.Ordinal) ? _user : null);

        public Task<IList<string>> GetRolesAsync(AuraUser user, CancellationToken cancellationToken) =>
            Task.FromResult<IList<string>>([.. roles]);

        public void Dispose()
        {
        }

        public Task AddToRoleAsync(AuraUser user, string roleName, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IdentityResult> CreateAsync(AuraUser user, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IdentityResult> DeleteAsync(AuraUser user, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<AuraUser?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<string?> GetNormalizedUserNameAsync(AuraUser user, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<string> GetUserIdAsync(AuraUser user, CancellationToken cancellationToken) => Task.FromResult(user.Id);

        public Task<string?> GetUserNameAsync(AuraUser user, CancellationToken cancellationToken) => Task.FromResult(user.UserName);

        public Task<IList<AuraUser>> GetUsersInRoleAsync(string roleName, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<bool> IsInRoleAsync(AuraUser user, string roleName, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task RemoveFromRoleAsync(AuraUser user, string roleName, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task SetNormalizedUserNameAsync(AuraUser user, string? normalizedName, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task SetUserNameAsync(AuraUser user, string? userName, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IdentityResult> UpdateAsync(AuraUser user, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
