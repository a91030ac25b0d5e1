using Aura.Benchmarks;

if (!OperatingSystem.IsLinux())
{
    await Console.Error.WriteLineAsync("The benchmarks read Linux's clock of a thread and run there only.");
    return 1;
}

var time = TimeProvider.System;
List<Figure> figures =
[
    .. RoundDecisionBenchmark.Run(),
    .. await new DurableAppendBenchmark(time).RunAsync(),
    await new GroupAppendBenchmark(time).RunAsync(),
    ChainBenchmark.Run(),
    .. await new BundleBenchmark(time).RunAsync(),
];
FigureTable.Write(Console.Out, figures);
return 0;
