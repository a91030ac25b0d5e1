namespace Aura.Dashboard.Verbs;

/// <summary>Something that the executable does and ends, without a web host.</summary>
internal interface IVerb
{
    string Name { get; }

    /// <summary>One line of the usage: arguments and what happens.</summary>
    string Usage { get; }

    /// <summary>The exit code: 0 for done, 1 for not, 2 for arguments that are not understood.</summary>
    Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors);
}
