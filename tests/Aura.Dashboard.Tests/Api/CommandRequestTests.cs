using System.Net;
using System.Text;
using Aura.Dashboard.Tests.Contracts;

namespace Aura.Dashboard.Tests.Api;

/// <summary>Requests that never become a command: nothing is decided and nothing recorded.</summary>
public sealed class CommandRequestTests : IClassFixture<RunningHost>, IAsyncLifetime
{
    private readonly AuraHost _host;
    private ApiCaller _caller = null!;

    public CommandRequestTests(RunningHost running) => _host = running.Host;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _caller = await ApiCaller.SignInAsync(_host);

    public async ValueTask DisposeAsync()
    {
        _caller.Dispose();
        Assert.Equal(0, (await LedgerWalk.HoldsAsync(_host)).Decisions);
    }

    [Fact]
    public async Task An_invalid_body_names_every_field()
    {
        var answer = await _caller.TripAsync("GOLD", new Command("7", 0, "drill", "short"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "application/problem+json"), (answer.Status, answer.MediaType));
        Assert.Equal("commandId expectedVersion reasonCode reason", string.Join(' ', answer.Fields));
        Approved.Matches("breakers-invalid", answer.Body);
    }

    [Fact]
    public async Task An_empty_object_names_every_field()
    {
        var answer = await _caller.ResetAsync("GOLD", new Command(null, null, null, null));

        Assert.Equal("commandId expectedVersion reasonCode reason", string.Join(' ', answer.Fields));
    }

    public static TheoryData<string, string?, string> BrokenFields => new()
    {
        { "commandId", "00000000-0000-0000-0000-000000000000", "UUID" },
        { "commandId", "{0b8f0c64-0f5c-4c62-a5c9-7d8f0a9f8e11}", "UUID" },
        { "reasonCode", "3", "accepted are Test, Drill" },
        { "reasonCode", "Drill,Test", "accepted are Test, Drill" },
        { "reason", "nine char", "this one has 9" },
        { "reason", new string('x', 501), "this one has 501" },
        { "reason", "          \t          ", "this one has 0" },
        { "reason", "two lines\nof a reason", "one line" },
    };

    [Theory]
    [MemberData(nameof(BrokenFields))]
    public async Task One_broken_field_is_named_alone(string field, string? value, string expected)
    {
        string path = "breakers/GOLD/trip";
        var valid = Command.Valid();
        // Written by hand: half of a surrogate pair survives no serialiser.
        string body = $$"""
            {"commandId":"{{(field is "commandId" ? value : valid.CommandId)}}","expectedVersion":1,
             "reasonCode":"{{(field is "reasonCode" ? value : valid.ReasonCode)}}",
             "reason":"{{(field is "reason" ? Escape(value!) : valid.Reason)}}"}
            """;

        var answer = await PostTextAsync(path, body);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(field, Assert.Single(answer.Fields));
        Assert.Contains(expected, answer.Body["errors"]![field]![0]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"commandId":7}""", "commandId")]
    [InlineData("""{"expectedVersion":"one"}""", "expectedVersion")]
    [InlineData("""{"expectedVersion":1.5}""", "expectedVersion")]
    [InlineData("""{"reason":["why"]}""", "reason")]
    [InlineData("""{"reason":"half of a \ud83d character"}""", "reason")]
    [InlineData("[]", "body")]
    public async Task A_body_that_cannot_be_read_names_the_field(string body, string field)
    {
        var answer = await PostTextAsync("breakers/GOLD/trip", body);

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.Status, answer.MediaType));
        Assert.Equal(field, Assert.Single(answer.Fields));
    }

    [Theory]
    [InlineData("SILVER")]
    [InlineData("gold")]
    [InlineData("GOLD%20")]
    public async Task An_unknown_scope_is_not_found(string scope)
    {
        var answer = await _caller.TripAsync(scope, Command.Valid());

        Assert.Equal((HttpStatusCode.NotFound, "unknown-scope"), (answer.Status, answer.Code));
        Assert.Contains("SYSTEM, GOLD, MSFT", answer.Detail, StringComparison.Ordinal);
    }

    private static string Escape(string text) => string.Concat(text.Select(character =>
        char.IsAsciiLetterOrDigit(character) || character is ' ' ? character.ToString() : $"\\u{(int)character:x4}"));

    private async Task<ApiAnswer> PostTextAsync(string path, string body)
    {
        using var client = _host.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", await _host.TokenAsync(ApiCaller.Operator));
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await ApiAnswer.ReadAsync(
            await client.PostAsync(new Uri($"/api/v1/{path}", UriKind.Relative), content, Cancelled));
    }
}
