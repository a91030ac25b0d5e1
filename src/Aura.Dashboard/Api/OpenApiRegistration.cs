using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Aura.Dashboard.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Aura.Dashboard.Api;

/// <summary>
/// <c>GET /openapi/v1.json</c>. Anybody may read it: it says how to ask, never what the answers are, and a program's
/// author needs it before there is an account.
/// </summary>
internal static class OpenApiRegistration
{
    private const string Document = "v1";
    private const string Cookie = "cookie";
    private const string Bearer = "bearer";

    public static IServiceCollection AddApiDescription(this IServiceCollection services) =>
        services.AddOpenApi(Document, options =>
        {
            options.ShouldInclude = endpoint =>
                endpoint.RelativePath?.StartsWith(ApiRegistration.Prefix[1..], StringComparison.Ordinal) is true;
            options.CreateSchemaReferenceId = NameSchema;
            options.AddSchemaTransformer((schema, context, _) => SayWireFormAsync(schema, context));
            options.AddOperationTransformer((operation, context, _) => DescribeAsync(operation, context));
            options.AddDocumentTransformer((document, _, _) => IntroduceAsync(document));
        });

    public static void MapApiDescription(this IEndpointRouteBuilder app) =>
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();

    // The wire knows no views; renaming a record must not rename what generated clients call their types.
    private static string? NameSchema(JsonTypeInfo type) =>
        type.Type == typeof(ReadOnlyMemory<byte>) ? null
        : OpenApiOptions.CreateDefaultSchemaReferenceId(type) is not { } name ? null
        : name.EndsWith("View", StringComparison.Ordinal) ? name[..^"View".Length]
        : name;

    private static Task SayWireFormAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        if (context.JsonTypeInfo.Type == typeof(ReadOnlyMemory<byte>))
        {
            schema.Type = JsonSchemaType.String;
            schema.Format = "byte";
        }
        else if (schema.Enum is { Count: > 0 })
        {
            schema.Type ??= JsonSchemaType.String;
        }
        else if (schema.Type is { } type
            && (type.HasFlag(JsonSchemaType.Integer) || type.HasFlag(JsonSchemaType.Number)))
        {
            // That numbers may also be sent as text is a courtesy of the reader and no part of the contract.
            schema.Type = type & ~JsonSchemaType.String;
            schema.Pattern = null;
        }

        return Task.CompletedTask;
    }

    private static Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        // By the folder of the path; the framework's own choice is the name of a .NET class.
        string folder = context.Description.RelativePath![ApiRegistration.Prefix.Length..].Split('/')[0];
        operation.Tags = new HashSet<OpenApiTagReference> { new(folder, context.Document) };
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
            parameter.Schema = SchemaOf(parameter) ?? parameter.Schema;

        var endpoint = context.Description.ActionDescriptor.EndpointMetadata;
        if (endpoint.OfType<IAllowAnonymous>().Any())
            return Task.CompletedTask;

        operation.Security = [Requires(Bearer)];
        if (HttpMethods.IsGet(context.Description.HttpMethod ?? string.Empty))
            operation.Security.Add(Requires(Cookie));
        return Task.CompletedTask;

        OpenApiSecurityRequirement Requires(string scheme) =>
            new() { [new OpenApiSecuritySchemeReference(scheme, context.Document)] = [] };
    }

    // These are read as text, to answer a bad one in our own words.
    private static OpenApiSchema? SchemaOf(OpenApiParameter parameter) => parameter.Name switch
    {
        "limit" => new OpenApiSchema
        {
            Type = JsonSchemaType.Integer,
            Minimum = "1",
            Maximum = QueryReader.LargestLimit.ToString(CultureInfo.InvariantCulture),
            Default = JsonValue.Create(QueryReader.DefaultLimit),
        },
        "before" or "number" or "roundNumber" =>
            new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64", Minimum = "1" },
        "after" => new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64", Minimum = "0" },
        "from" or "to" => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" },
        _ => null,
    };

    private static Task IntroduceAsync(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "AuraDashboard",
            Version = Document,
            Description = "Prices, risk and breakers, and the ledger that proves them. Prices are decimal strings, "
                + "times RFC 3339 in UTC, errors RFC 9457 problem details.",
        };
        // The address is wherever the document was read.
        document.Servers = [];
        document.Tags = null;
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [Bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "The accessToken of POST /api/v1/token.",
            },
            [Cookie] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = AuraSchemes.CookieName,
                Description = "The session of the pages; reads only.",
            },
        };
        return Task.CompletedTask;
    }
}
