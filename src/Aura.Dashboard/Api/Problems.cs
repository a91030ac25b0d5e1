using Microsoft.AspNetCore.Http.HttpResults;

namespace Aura.Dashboard.Api;

/// <summary>Problem details that several endpoints give.</summary>
internal static class Problems
{
    /// <summary>422 with a sentence for every field.</summary>
    public static ProblemHttpResult Invalid(IDictionary<string, string[]> faults) =>
        TypedResults.Problem(new HttpValidationProblemDetails(faults)
        {
            Status = StatusCodes.Status422UnprocessableEntity,
            Title = "The request is not valid.",
        });
}
