using Aura.Benchmarks;
using Aura.Benchmarks.Live;

if (!OperatingSystem.IsLinux())
{
    await Console.Error.WriteLineAsync("The benchmarks read Linux's clock of a thread and run there only.");
    return 1;
}

var time = TimeProvider.System;
// One group can be asked for by its name; nobody waits for the others while working on it.
List<Figure> figures = args is ["pages"] ? [.. await new LivePageBenchmark(time).RunAsync()] :
[
    .. RoundDecisionBenchmark.Run(),
    .. await new DurableAppendBenchmark(time).RunAsync(),
    await new GroupAppendBenchmark(time).RunAsync(),
    ChainBenchmark.Run(),
    .. await new BundleBenchmark(time).RunAsync(),
    .. await new LivePageBenchmark(time).RunAsync(),
];
FigureTable.Write(Console.Out, figures);
return 0;
