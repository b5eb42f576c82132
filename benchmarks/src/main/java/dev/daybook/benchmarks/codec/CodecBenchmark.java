package dev.daybook.benchmarks.codec;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How long it takes to write an {@code ItemAdded} with its three decimals into an array of its own, and to read it from
 * there into a new object. A subclass for each way to do it keeps what can be kept between calls.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 3, jvmArgsAppend = "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=dev.daybook.benchmarks.specific")
public abstract class CodecBenchmark {
    private final byte[] bytes = Sample.bytes();

    @Benchmark
    public final byte[] encode() throws IOException {
        return write();
    }

    @Benchmark
    public final Object decode() throws IOException {
        return read(bytes);
    }

    abstract byte[] write() throws IOException;

    abstract Object read(byte[] bytes) throws IOException;

    /** Runs all, with JMH's options, and prints what each takes beside ours. */
    public static void main(String[] args) throws CommandLineOptionException, RunnerException {
        var options = new CommandLineOptions(args);
        var all =
                new OptionsBuilder().parent(options).include("\\.\\w+Codec\\.").build();
        System.out.println(CodecComparison.of(new Runner(options.getIncludes().isEmpty() ? all : options).run()));
    }
}
