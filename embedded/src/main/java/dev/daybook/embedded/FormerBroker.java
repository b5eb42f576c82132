package dev.daybook.embedded;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.errors.NotControllerException;
import org.apache.kafka.common.message.RequestHeaderData;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.controller.Controller;
import org.apache.kafka.controller.ControllerRequestContext;

/**
 * The broker that ran on a folder before, as its controller remembers it.
 *
 * <p>After the sudden death of the process the controller takes that broker for alive until its session times out, which
 * is nine seconds. So long it refuses the new one, and the new one finds itself in the metadata at the address of the
 * former. A transaction that was about to be committed then has its markers sent to that address in vain, until the
 * session times out and its partitions are without a leader: Kafka takes such partitions for deleted and leaves the
 * markers out (KAFKA-20734). No committed reader comes past that place any more. With the former broker forgotten before
 * the new one begins, there is neither the wait nor the wrong address.
 */
final class FormerBroker {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(20);

    private FormerBroker() {}

    /** Makes the controller forget it, if there was one. */
    static void forget(Controller controller) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!isForgotten(controller, deadline)) {
                if (System.nanoTime() > deadline) {
                    throw new EmbeddedException(
                            "The controller is not active after " + PATIENCE.toSeconds() + " s", null);
                }
                Thread.sleep(POLL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedException("The thread was interrupted while the controller started", e);
        }
    }

    private static boolean isForgotten(Controller controller, long deadline) throws InterruptedException {
        var context = new ControllerRequestContext(
                new RequestHeaderData(), KafkaPrincipal.ANONYMOUS, OptionalLong.of(deadline));
        try {
            controller.unregisterBroker(context, BrokerConfig.NODE).get();
            return true;
        } catch (ExecutionException e) {
            return switch (e.getCause()) {
                case BrokerIdNotRegisteredException neverWas -> true;
                case NotControllerException notYet -> false;
                case null, default ->
                    throw new EmbeddedException("The controller cannot forget the former broker: " + e.getCause(), e);
            };
        }
    }
}
