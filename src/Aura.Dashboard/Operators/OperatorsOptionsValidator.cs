using Microsoft.Extensions.Options;

namespace Aura.Dashboard.Operators;

/// <summary>Repeats what could not be read of the section <c>Operators</c>, each naming key, value and what is accepted.</summary>
internal sealed class OperatorsOptionsValidator : IValidateOptions<OperatorsOptions>
{
    public ValidateOptionsResult Validate(string? name, OperatorsOptions options) =>
        options.Unreadable.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(options.Unreadable);
}
