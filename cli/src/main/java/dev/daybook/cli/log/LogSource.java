package dev.daybook.cli.log;

import dev.daybook.cli.console.CommandFailure;
import dev.daybook.cli.console.ExitCode;
import dev.daybook.cli.stack.Brokers;
import dev.daybook.cli.stack.RunningStack;
import dev.daybook.cli.stack.Target;
import dev.daybook.platform.schema.HttpSchemaRegistry;
import dev.daybook.platform.schema.RegistryConfig;
import dev.daybook.platform.schema.RegistryUnavailableException;
import dev.daybook.platform.schema.SchemaRegistry;
import java.io.IOException;
import java.net.URI;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which log a command reads, and where its schemas are: those of a stack, or of a cluster that is named. */
public final class LogSource {
    private static final URI LOCAL_REGISTRY = URI.create("http://127.0.0.1:8085/apis/ccompat/v7");

    @Option(names = "--registry", paramLabel = "URL", description = "The schema registry; default: that of the stack.")
    private @Nullable URI registry;

    @Mixin
    private Brokers brokers = new Brokers();

    @Mixin
    private Target target = new Target();

    /** What is done with a log. */
    @FunctionalInterface
    public interface Reading<T> {
        T of(LogReader log, SchemaRegistry schemas);
    }

    /** Opens the log for as long as it is read. */
    public <T> T read(Reading<T> reading) throws IOException {
        try (var log = brokers.client(target.stack(), LogReader::with);
                var schemas = new HttpSchemaRegistry(RegistryConfig.of(registry()))) {
            return reading.of(log, schemas);
        } catch (RegistryUnavailableException e) {
            throw new CommandFailure(
                    ExitCode.UNREACHABLE, e.getMessage() + ". Name the schema registry with --registry.", e);
        } catch (KafkaException e) {
            throw new CommandFailure(
                    ExitCode.UNREACHABLE,
                    "The log cannot be read: " + e.getMessage() + ". Is there a broker at " + servers()
                            + "? Start a stack with ./daybook up, or name a broker with --bootstrap-server.",
                    e);
        }
    }

    /** Where the log is, for a person. */
    public String servers() {
        return brokers.servers(target.stack());
    }

    public Target target() {
        return target;
    }

    /** Whether a cluster is named, which need not be that of the stack that runs here. */
    public boolean isNamed() {
        return brokers.isNamed();
    }

    /** Whether it is certain whose registry is asked: another may have the same number for another schema. */
    public boolean namesRegistry() {
        return registry != null || target.namesFolder() || !isNamed();
    }

    /** For a command that cannot do without the schemas. */
    public void requireRegistry() {
        if (!namesRegistry()) {
            throw new CommandFailure(ExitCode.USAGE, "Name the schema registry of the cluster with --registry.");
        }
    }

    private URI registry() {
        return registry != null
                ? registry
                : target.stack().map(RunningStack::registry).orElse(LOCAL_REGISTRY);
    }
}
