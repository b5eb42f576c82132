package dev.daybook.projection.peer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The calls to other instances, over connections that are kept. Thread-safe. */
final class Calls implements AutoCloseable {
    private static final String ANSWERED = "answered";
    private static final String AWAY = "away";

    private final MeterRegistry meters;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client;

    /** Calls that give up on a connection after a time. */
    Calls(Duration connectTimeout, MeterRegistry meters) {
        this.meters = meters;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .executor(threads)
                .build();
    }

    /**
     * Asks an instance, and waits for its whole answer; of a stream of events, for the beginning.
     *
     * @param partitions what it is asked for, for messages
     * @throws AwayException if it does not answer in time
     */
    Answer ask(Address instance, List<Integer> partitions, HttpRequest request, Duration atMost)
            throws InterruptedException {
        var begin = Timer.start(meters);
        var asked = client.sendAsync(request, Answer.reader());
        try {
            var answer = Answer.of(asked.get(atMost.toNanos(), TimeUnit.NANOSECONDS));
            begin.stop(timer(ANSWERED));
            return answer;
        } catch (TimeoutException e) {
            begin.stop(timer(AWAY));
            throw new AwayException(instance, partitions, "no answer within " + atMost.toMillis() + " ms", false, e);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof IOException cause)) {
                throw new IllegalStateException("The request to " + instance + " cannot be sent", e);
            }
            begin.stop(timer(AWAY));
            throw new AwayException(instance, partitions, inWords(cause), unconnected(cause), cause);
        } finally {
            // Whoever no longer waits must not hold a connection.
            asked.cancel(true);
        }
    }

    private static String inWords(IOException cause) {
        if (unconnected(cause)) {
            return "it takes no connection";
        }
        var message = cause.getMessage();
        return message == null ? "the connection broke" : "the connection broke: " + message;
    }

    private static boolean unconnected(IOException cause) {
        return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
    }

    private Timer timer(String outcome) {
        return Timer.builder("daybook.peer.requests")
                .description("How long other instances took to answer what was asked of them")
                .publishPercentiles(0.5, 0.99)
                .tag("outcome", outcome)
                .register(meters);
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
        threads.close();
    }
}
