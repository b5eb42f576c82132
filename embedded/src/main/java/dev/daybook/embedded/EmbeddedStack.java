package dev.daybook.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A broker and a registry on free ports of this machine, their data in a temporary folder: for tests. Thread-safe. */
public final class EmbeddedStack implements AutoCloseable {
    private final Path dataDir;
    private final CompletableFuture<EmbeddedBroker> broker;
    private final CompletableFuture<EmbeddedRegistry> registry;
    private final Map<String, CommittedTopic> topics = new ConcurrentHashMap<>();

    private EmbeddedStack(Path dataDir) {
        this.dataDir = dataDir;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            broker = CompletableFuture.supplyAsync(
                    () -> EmbeddedBroker.start(dataDir.resolve("broker"), 0, Map.of()), threads);
            registry = CompletableFuture.supplyAsync(
                    () -> EmbeddedRegistry.start(dataDir.resolve("registry"), 0), threads);
        }
    }

    /** The one of this JVM: started when it is first asked for, closed when the JVM ends. */
    public static EmbeddedStack shared() {
        return Shared.STACK;
    }

    /** Starts both at the same time and returns when both serve. */
    private static EmbeddedStack start() {
        var stack = new EmbeddedStack(temporaryFolder());
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "embedded-stack-close"));
        stack.broker.join();
        stack.registry.join();
        return stack;
    }

    public String bootstrapServers() {
        return broker.join().bootstrapServers();
    }

    public URI registryUrl() {
        return registry.join().url();
    }

    /** All that is committed on a topic by now, those messages of a partition in their order. */
    public List<ConsumerRecord<byte[], byte[]>> committed(String topic) {
        return topics.computeIfAbsent(topic, name -> new CommittedTopic(bootstrapServers(), name))
                .records();
    }

    @Override
    public void close() {
        topics.values().forEach(CommittedTopic::close);
        if (!registry.isCompletedExceptionally()) {
            registry.join().close();
        }
        if (!broker.isCompletedExceptionally()) {
            broker.join().close();
        }
        delete(dataDir);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("daybook-");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a temporary folder", e);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + folder, e);
        }
    }

    private static final class Shared {
        static final EmbeddedStack STACK = start();
    }
}
