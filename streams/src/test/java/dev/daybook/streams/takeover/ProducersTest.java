package dev.daybook.streams.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProducersTest {
    private static final String ONE = "orders-processor-0b0f3f2e-6c1d-4f7e-9a53-3a1c5d8e7f01";
    private static final String OTHER = "orders-processor-c2d9a4b6-11e7-4c58-8d02-5b9e6f7a8c03";

    private final Producers producers = new Producers("orders-processor");

    @Test
    void tells_the_transactional_id_beside_a_member() {
        assertThat(producers.beside(ONE + "-StreamThread-12-consumer")).hasValue(ONE + "-12");
    }

    @Test
    void does_not_know_a_member_that_streams_did_not_name() {
        assertThat(producers.beside("orders-processor-1")).isEmpty();
        assertThat(producers.beside(ONE + "-StreamThread-1-restore-consumer")).isEmpty();
        assertThat(producers.beside("x-" + ONE + "-StreamThread-1-consumer")).isEmpty();
    }

    @Test
    void finds_the_transactions_of_no_living_member() {
        assertThat(abandoned(List.of(ONE + "-1", OTHER + "-1"), member(ONE, 1))).containsExactly(OTHER + "-1");
    }

    @Test
    void finds_those_of_a_dead_thread_of_a_living_process() {
        assertThat(abandoned(List.of(ONE + "-1", ONE + "-2", ONE + "-11"), member(ONE, 1)))
                .containsExactly(ONE + "-11", ONE + "-2");
    }

    @Test
    void leaves_a_living_member_alone() {
        assertThat(abandoned(List.of(ONE + "-1", OTHER + "-2"), member(ONE, 1), member(OTHER, 2)))
                .isEmpty();
    }

    @Test
    void leaves_the_transactions_of_others_alone() {
        var others = List.of(
                "payments",
                "orders-processor-2",
                ONE.replace("orders-processor", "orders-processor-eu") + "-1",
                ONE.replace("orders-processor", "eu-orders-processor") + "-1",
                ONE + "-1-x");

        assertThat(abandoned(others, member(OTHER, 1))).isEmpty();
    }

    @Test
    void finds_nothing_while_a_member_gives_no_clue_to_its_transactions() {
        assertThat(abandoned(List.of(OTHER + "-1"), member(ONE, 1), "a-client")).isEmpty();
    }

    private Iterable<String> abandoned(List<String> ongoing, String... members) {
        return producers.abandoned(ongoing, List.of(members));
    }

    private static String member(String process, int thread) {
        return process + "-StreamThread-" + thread + "-consumer";
    }
}
