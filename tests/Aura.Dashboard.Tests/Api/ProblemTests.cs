using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Aura.Dashboard.Queries;
using Aura.Dashboard.Tests.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Aura.Dashboard.Tests.Api;

/// <summary>How REST says no.</summary>
public sealed class ProblemTests(RunningHost running) : IClassFixture<RunningHost>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("DELETE", "/api/v1/status", "GET")]
    [InlineData("POST", "/api/v1/rounds", "GET")]
    [InlineData("PUT", "/api/v1/rounds/7", "GET")]
    [InlineData("POST", "/api/v1/assets/GOLD/history", "GET")]
    [InlineData("PATCH", "/api/v1/ledger/checkpoint", "GET")]
    [InlineData("GET", "/api/v1/token", "POST")]
    [InlineData("GET", "/api/v1/breakers/GOLD/trip", "POST")]
    [InlineData("DELETE", "/API/V1/breakers", "GET")]
    public async Task A_wrong_method_is_405_and_names_the_right_one(string method, string path, string allowed)
    {
        var (answer, allow) = await SendAsync(running.Host, method, path);

        Assert.Equal((HttpStatusCode.MethodNotAllowed, "application/problem+json"), (answer.Status, answer.MediaType));
        Assert.Equal(allowed, allow);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    [InlineData("DELETE")]
    public async Task An_unknown_path_is_404_whatever_the_method(string method)
    {
        var (answer, _) = await SendAsync(running.Host, method, "/api/v1/prices");

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.Status, answer.MediaType));
    }

    [Theory]
    [InlineData("Development", "application/json")]
    [InlineData("Development", "text/html")]
    [InlineData("Production", "application/json")]
    public async Task A_bug_is_500_with_an_id_that_leads_to_the_log_and_nothing_else(string environment, string accept)
    {
        using var logs = new CapturedLogs();
        using var host = logs.CaptureAll(new AuraHost { Environment = environment })
            .Replacing(services => services.AddSingleton<ILedgerArchive, BrokenArchive>())
            .Started();
        using var caller = await SignInAsync(host, environment);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/ledger?after=41");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));

        var answer = await ApiAnswer.ReadAsync(await caller.SendAsync(request, Cancelled));

        Assert.Equal(
            (HttpStatusCode.InternalServerError, "application/problem+json"), (answer.Status, answer.MediaType));
        Assert.DoesNotContain("secret", answer.Body.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer.Body.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Aura.", answer.Body.ToJsonString(), StringComparison.Ordinal);
        string id = answer.Detail.Split('\'')[1];
        Assert.NotEmpty(id);
        string line = Assert.Single(logs.Lines, line => line.StartsWith("Error ", StringComparison.Ordinal)
            && line.Contains(id, StringComparison.Ordinal));
        Assert.Contains(BrokenArchive.Message, line, StringComparison.Ordinal);
        Assert.Contains("GET /api/v1/ledger failed", line, StringComparison.Ordinal);
        answer.Body["detail"] = answer.Detail.Replace(id, "<id>", StringComparison.Ordinal);
        Approved.Matches("problem-of-a-bug", answer.Body);
    }

    private static async Task<HttpClient> SignInAsync(AuraHost host, string environment)
    {
        var client = host.CreateClient();
        // Demo accounts exist in Development only; anywhere else a person of the test's own signs in.
        if (environment is not "Development")
        {
            await host.WithUsersAsync(async users =>
            {
                var person = new Dashboard.Identity.AuraUser { UserName = "a@b.example", Email = "a@b.example" };
                Assert.True((await users.CreateAsync(person, Dashboard.Identity.DemoAccounts.Password)).Succeeded);
                return true;
            });
        }

        string email = environment is "Development" ? ApiCaller.Operator : "a@b.example";
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await host.TokenAsync(email));
        return client;
    }

    private static async Task<(ApiAnswer Answer, string Allow)> SendAsync(AuraHost host, string method, string path)
    {
        using var client = host.CreateClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await host.TokenAsync(ApiCaller.Operator));
        if (method is not "GET")
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        var response = await client.SendAsync(request, Cancelled);
        string allow = string.Join(", ", response.Content.Headers.Allow);
        return (await ApiAnswer.ReadAsync(response), allow);
    }

    private sealed class BrokenArchive : ILedgerArchive
    {
        public const string Message = "SQLite Error 14: 'unable to open /secret/aura.db'";

        public Task<IReadOnlyList<StoredEntry>> AfterAsync(
            long sequence, int limit, CancellationToken cancellationToken) =>
            throw new InvalidOperationException(Message);

        public Task<StoredEntry?> HeadAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<StoredEntry?> OfRoundAsync(
            Engine.Canon.RoundNumber round, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<ReadOnlyMemory<byte>> DocumentAsync(
            Engine.Canon.Digest digest, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<Engine.Nodes.ResponseBody>> BodiesAsync(
            IReadOnlyList<Engine.Canon.Digest> hashes, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<ReadOnlyMemory<byte>> RuleSetDocumentAsync(
            Engine.Canon.Digest digest, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Engine.Rounds.RuleSet> RuleSetAsync(
            Engine.Canon.Digest digest, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
