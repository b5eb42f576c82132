package dev.daybook.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybook.cli.Daybook;
import dev.daybook.cli.console.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A view is built anew, switched, switched back and cleared up, while it is read and written. */
class RebuildIT {
    private static final String VIEW = "orders-by-customer";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final AtomicInteger reads = new AtomicInteger();
    private volatile boolean done;

    @Test
    void no_request_fails_while_a_view_is_built_anew_and_switched_there_and_back() throws Exception {
        var order = Http.newId();
        create(order);
        var reader = CompletableFuture.supplyAsync(() -> answersBut200(order));
        var writer = CompletableFuture.runAsync(this::write);

        assertThat(views("rebuild", VIEW, "--json")).as(err.toString()).isZero();
        var rebuilt = json();
        assertThat(rebuilt.at("/comparison/differing").asLong(-1)).isZero();
        assertThat(rebuilt.at("/comparison/rows").asLong()).isPositive();
        assertThat(rebuilt.path("switched").asBoolean()).isTrue();
        var build = rebuilt.at("/comparison/build").asText();
        assertThat(serving()).isEqualTo(build).isNotEqualTo("v2");
        assertThat(views("switch", VIEW, "v2")).isZero();
        assertThat(views("switch", VIEW, build)).isZero();
        var readsUntilThen = reads.get();
        assertThat(views("remove", VIEW, build)).isEqualTo(3);
        assertThat(views("remove", VIEW, "v2")).isZero();
        done = true;

        assertThat(reader.get()).isEmpty();
        writer.get();
        assertThat(readsUntilThen).isPositive();
        assertThat(views("remove", VIEW, "v2")).isEqualTo(5);
        assertThat(views("switch", VIEW, "v7")).isEqualTo(5);
    }

    private String serving() throws Exception {
        return Http.query("/v1/builds/" + VIEW).json().path("build").asText();
    }

    private static void create(String order) throws Exception {
        var answer = Http.post("/v1/order/" + order + "/create-order", "{\"customerId\": \"ALFKI\"}");
        assertThat(answer.status()).isEqualTo(200);
        var read = Http.query("/v1/views/" + VIEW + "/" + order, "Daybook-Token", answer.token());
        assertThat(read.status()).isEqualTo(200);
    }

    private List<String> answersBut200(String order) {
        var others = new ArrayList<String>();
        while (!done) {
            try {
                for (var path : List.of(VIEW + "/" + order, VIEW + "?customerId=ALFKI&limit=5")) {
                    var answer = Http.query("/v1/views/" + path);
                    if (answer.status() != 200) {
                        others.add(answer.status() + " " + answer.body());
                    }
                    reads.incrementAndGet();
                }
            } catch (Exception e) {
                others.add(e.toString());
            }
        }
        return others;
    }

    private void write() {
        while (!done) {
            try {
                create(Http.newId());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private JsonNode json() {
        return Json.parse(out.toString());
    }

    private int views(String... arguments) {
        out.getBuffer().setLength(0);
        var all = new ArrayList<>(List.of("views"));
        all.addAll(Arrays.asList(arguments));
        all.addAll(List.of("--query", TestStack.running().queries().toString()));
        return Daybook.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }
}
