using Microsoft.Extensions.Options;

namespace Aura.Dashboard.Configuration;

/// <summary>Asks every options validator before anything starts, and turns what they say into one readable refusal.</summary>
internal static class SettingsValidation
{
    private static int _isReadable;

    /// <summary>
    /// Lets a refused start end the process with the messages and exit code 1, without a stack trace: a person reads
    /// settings errors, not frames. It acts only on an exception that nobody caught, so a test host that runs the same
    /// entry point still receives the exception itself.
    /// </summary>
    public static WebApplicationBuilder AddReadableRefusals(this WebApplicationBuilder builder)
    {
        // Once per process: several hosts in one test process share the event.
        if (Interlocked.Exchange(ref _isReadable, 1) == 0)
        {
            AppDomain.CurrentDomain.UnhandledException += (_, unhandled) =>
            {
                if (unhandled.ExceptionObject is AuraSettingsException refused)
                {
                    Console.Error.WriteLine(refused.Message);
                    Environment.Exit(1);
                }
            };
        }

        return builder;
    }

    /// <summary>
    /// Looks through the settings files and runs every validator registered with <c>AddOptionsWithValidateOnStart</c>.
    /// </summary>
    /// <exception cref="AuraSettingsException">At least one setting is wrong.</exception>
    public static WebApplication ValidateSettings(this WebApplication app)
    {
        var misplaced = SettingsFiles.FindFaults(app.Configuration, app.Environment.ContentRootPath);

        // Hosting would run the same validators when it starts, but only after the database was opened and the
        // endpoints were built from these settings, and it logs a failure with its stack trace.
        try
        {
            app.Services.GetService<IStartupValidator>()?.Validate();
        }
        catch (Exception error) when (ErrorsOf(error) is { Count: > 0 } errors)
        {
            throw new AuraSettingsException([.. misplaced, .. errors], error);
        }

        return misplaced.Count == 0 ? app : throw new AuraSettingsException(misplaced);
    }

    private static IReadOnlyList<string> ErrorsOf(Exception error) => error switch
    {
        OptionsValidationException invalid => [.. invalid.Failures],
        AggregateException several => [.. several.Flatten().InnerExceptions.SelectMany(ErrorsOf)],
        // A text where a number belongs never reaches a validator; the binder's message names key, value and type.
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } unbound => [unbound.Message],
        // Anything else is a bug, and a bug keeps its stack trace.
        _ => [],
    };
}
