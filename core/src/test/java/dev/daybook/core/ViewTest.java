package dev.daybook.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ViewTest {

    private static final Aggregate<String, Integer, Long> COUNTER =
            new Aggregate<>("counter", String.class, Integer.class, Long.class, new Counter());

    private enum Sign {
        PLUS,
        MINUS
    }

    private static final RowView<Integer, Long> SUMS = View.of("sums", 1, COUNTER, Long.class, ViewTest::add);

    @Test
    void takes_its_events_from_its_aggregate() {
        assertThat(SUMS.aggregate()).isEqualTo("counter");
        assertThat(SUMS.events()).isEqualTo(Integer.class);
    }

    @Test
    void lists_every_row_unless_told_otherwise() {
        assertThat(SUMS.listed()).accepts(0L, 7L);
        assertThat(SUMS.listing(row -> row > 5).listed()).accepts(7L).rejects(5L);
    }

    @Test
    void keeps_its_filters_in_order_and_leaves_the_original_alone() {
        var filtered = SUMS.filteredBy("sum", String::valueOf).filteredBy("sign", row -> row < 0 ? "-" : null);

        assertThat(filtered.filters()).extracting(RowView.Filter::field).containsExactly("sum", "sign");
        assertThat(SUMS.filters()).isEmpty();
    }

    @Test
    void a_filter_by_an_enum_knows_its_values_whatever_their_case() {
        var filter = SUMS.filteredBy("sign", Sign.class, row -> row == 0 ? null : row < 0 ? Sign.MINUS : Sign.PLUS)
                .filters()
                .getFirst();

        assertThat(filter.values()).containsExactly("PLUS", "MINUS");
        assertThat(filter.wanted("minus")).contains("MINUS");
        assertThat(filter.wanted("zero")).isEmpty();
        assertThat(filter.value().apply(-1L)).isEqualTo("MINUS");
        assertThat(filter.value().apply(0L)).isNull();
    }

    @Test
    void a_filter_by_a_flag_knows_true_and_false() {
        var filter = SUMS.filteredByFlag("negative", row -> row < 0).filters().getFirst();

        assertThat(filter.wanted("TRUE")).contains("true");
        assertThat(filter.wanted("maybe")).isEmpty();
        assertThat(filter.value().apply(-1L)).isEqualTo("true");
        assertThat(filter.value().apply(0L)).isEqualTo("false");
    }

    @Test
    void a_filter_by_a_text_takes_it_as_it_is() {
        assertThat(SUMS.filteredBy("sum", String::valueOf).filters().getFirst().wanted("Ab"))
                .contains("Ab");
    }

    @Test
    void refuses_a_name_that_cannot_be_part_of_a_url_and_a_topic() {
        assertThatThrownBy(() -> View.of("Order Summary", 1, COUNTER, Long.class, ViewTest::add))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("kebab case")
                .hasMessageContaining("Order Summary");
    }

    @Test
    void refuses_a_version_below_1() {
        assertThatThrownBy(() -> View.of("sums", 0, COUNTER, Long.class, ViewTest::add))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'sums' must be 1 or more, but is 0");
    }

    @Test
    void a_rollup_is_held_to_the_same() {
        assertThatThrownBy(() -> View.rollup(
                        "Sum By Sign",
                        1,
                        COUNTER,
                        Long.class,
                        ViewTest::add,
                        ViewTest::sign,
                        Long::sum,
                        ViewTest::less))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("kebab case");
        assertThatThrownBy(() -> View.rollup(
                        "signs", 0, COUNTER, Long.class, ViewTest::add, ViewTest::sign, Long::sum, ViewTest::less))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'signs' must be 1 or more, but is 0");
    }

    private static String sign(Long row) {
        return row < 0 ? "-" : "+";
    }

    private static Long less(Long sum, Long part) {
        return sum - part;
    }

    private static Long add(@org.jspecify.annotations.Nullable Long row, Integer event, Metadata metadata) {
        return (row == null ? 0 : row) + event;
    }

    private static final class Counter implements Decider<String, Integer, Long> {
        @Override
        public Long initial() {
            return 0L;
        }

        @Override
        public Decision<Integer> decide(String command, Long state, Metadata metadata) {
            return Decision.accept(command.length());
        }

        @Override
        public Long evolve(Long state, Integer event, Metadata metadata) {
            return state + event;
        }
    }
}
