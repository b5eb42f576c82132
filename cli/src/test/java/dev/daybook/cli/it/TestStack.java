package dev.daybook.cli.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.daybook.cli.Daybook;
import dev.daybook.cli.console.Steps;
import dev.daybook.cli.stack.DataFolder;
import dev.daybook.cli.stack.Fleet;
import dev.daybook.cli.stack.LocalStack;
import dev.daybook.cli.stack.Plan;
import dev.daybook.cli.stack.Ports;
import dev.daybook.cli.stack.RunningStack;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One stack for all tests of the JVM, on free ports, with its data in a temporary folder. */
final class TestStack {
    private TestStack() {}

    static RunningStack running() {
        return Holder.STACK.running();
    }

    /** Its data folder. */
    static Path data() {
        return Holder.DATA;
    }

    /** A stack of its own, for a test that breaks it. */
    static LocalStack start(Path data) throws Exception {
        return start(data, Fleet.of(1, 1, 1));
    }

    static LocalStack start(Path data, Fleet fleet) throws Exception {
        var stack = new LocalStack(new Plan(new DataFolder(data), "127.0.0.1", Ports.free(), fleet));
        try {
            stack.start(new Steps(new PrintWriter(new OutputStreamWriter(System.out, UTF_8), true)));
        } catch (Exception e) {
            stack.close();
            throw e;
        }
        return stack;
    }

    /** Makes the topics on another broker. */
    static void makeTopics(String bootstrapServers) {
        int exitCode = Daybook.commandLine().execute("topics", "apply", "--bootstrap-server", bootstrapServers);
        if (exitCode != 0) {
            throw new IllegalStateException("The topics cannot be made; exit code " + exitCode);
        }
    }

    private static final class Holder {
        static final Path DATA = folder();
        static final LocalStack STACK = shared();

        private static Path folder() {
            try {
                return Files.createTempDirectory("daybook-it");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static LocalStack shared() {
            try {
                var stack = start(DATA);
                Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
                return stack;
            } catch (Exception e) {
                throw new IllegalStateException("The stack does not start", e);
            }
        }
    }
}
