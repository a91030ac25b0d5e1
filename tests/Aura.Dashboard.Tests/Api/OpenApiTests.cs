using System.Net;
using System.Text.Json.Nodes;
using Aura.Dashboard.Tests.Contracts;

namespace Aura.Dashboard.Tests.Api;

public sealed class OpenApiTests(RunningHost running) : IClassFixture<RunningHost>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Anybody_reads_the_description_and_it_is_the_approved_one()
    {
        var document = await ReadAsync();

        Assert.StartsWith("3.", (string?)document["openapi"], StringComparison.Ordinal);
        Approved.IsExactly("openapi", document);
    }

    [Fact]
    public async Task Every_operation_says_who_may_ask_and_how_it_fails()
    {
        var operations = Operations(await ReadAsync()).ToList();

        Assert.NotEmpty(operations);
        foreach (var (path, method, operation) in operations)
        {
            string name = $"{method} {path}";
            var schemes = (operation["security"]?.AsArray() ?? [])
                .SelectMany(one => one!.AsObject().Select(scheme => scheme.Key))
                .Order(StringComparer.Ordinal);
            string expected = name is "post /api/v1/token" ? "" : method is "get" ? "bearer cookie" : "bearer";
            Assert.Equal((name, expected), (name, string.Join(' ', schemes)));
            Assert.NotNull(operation["responses"]!["200"] ?? operation["responses"]!["202"]);
            Assert.NotNull(operation["responses"]!["401"]!["content"]!["application/problem+json"]);
            Assert.NotNull(operation["responses"]!["500"]!["content"]!["application/problem+json"]);
        }
    }

    [Fact]
    public async Task Enums_are_the_words_of_the_wire_and_numbers_are_numbers()
    {
        var schemas = (await ReadAsync())["components"]!["schemas"]!;

        Assert.Equal(["Normal", "Elevated", "High", "Extreme"], Words("Tier"));
        Assert.Equal(["Closed", "Open", "HalfOpen", "Isolated"], Words("BreakerState"));
        Assert.Contains("body", Words("AgreementKind"), StringComparer.Ordinal);
        Assert.Equal("integer", (string?)schemas["Round"]!["properties"]!["number"]!["type"]);
        Assert.Equal("string", (string?)schemas["Tier"]!["type"]);
        Assert.Equal("byte", (string?)schemas["Document"]!["properties"]!["bytes"]!["format"]);
        Assert.Equal("string", (string?)schemas["LastPrice"]!["properties"]!["value"]!["type"]);

        IEnumerable<string> Words(string name) => schemas[name]!["enum"]!.AsArray().Select(word => (string)word!);
    }

    private static IEnumerable<(string Path, string Method, JsonNode Operation)> Operations(JsonNode document) =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select (path.Key, operation.Key, operation.Value!);

    private async Task<JsonNode> ReadAsync()
    {
        using var client = running.Host.CreateClient();
        using var response = await client.GetAsync(new Uri("/openapi/v1.json", UriKind.Relative), Cancelled);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancelled))!;
    }
}
