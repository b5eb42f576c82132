package dev.daybook.projection.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.projection.JournaledStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BatchTest {
    private final JournaledStore store = new JournaledStore();
    private final Batch batch = new Batch(store);

    @Test
    void what_was_written_is_there_for_who_writes_and_not_yet_for_others() {
        put("a", "1");

        assertThat(text(batch.get(key("a")))).isEqualTo("1");
        assertThat(store.get(key("a"))).isNull();
        batch.write();
        assertThat(text(store.get(key("a")))).isEqualTo("1");
    }

    @Test
    void the_last_write_to_a_key_is_made_at_its_own_place() {
        put("a", "1");
        put("b", "1");
        put("a", "2");
        batch.write();

        assertThat(written()).containsExactly("b=1", "a=2");
    }

    @Test
    void what_was_removed_is_gone() {
        store.put(key("a"), "0".getBytes(UTF_8));
        batch.delete(key("a"));

        assertThat(batch.get(key("a"))).isNull();
        assertThat(store.get(key("a"))).isNotNull();
        batch.write();
        assertThat(store.get(key("a"))).isNull();
    }

    @Test
    void a_scan_shows_what_was_written() {
        put("a", "1");

        try (var all = batch.range(key("a"), key("z"))) {
            assertThat(all.hasNext()).isTrue();
        }
    }

    @Test
    void nothing_is_written_twice() {
        put("a", "1");
        batch.write();
        batch.write();

        assertThat(written()).containsExactly("a=1");
    }

    private void put(String key, String value) {
        batch.put(key(key), value.getBytes(UTF_8));
    }

    private List<String> written() {
        var written = new ArrayList<String>();
        store.journal().forEach(write -> written.add(new String(write.key().get(), UTF_8) + "=" + text(write.value())));
        return written;
    }

    private static Bytes key(String key) {
        return Bytes.wrap(key.getBytes(UTF_8));
    }

    private static String text(byte @Nullable [] value) {
        return new String(Objects.requireNonNull(value), UTF_8);
    }
}
