package dev.daybook.projection.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.projection.ledger.Entries;
import dev.daybook.projection.ledger.Entry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {
    private static final List<Entry> ENTRIES =
            List.of(new Entry("10248", "{\"a\":\"b\\tc\"}"), new Entry("tab\t \"quote\" ä\n", "{}"));

    @Test
    void entries_come_out_as_they_went_in() throws IOException {
        var read = Lines.read(new ByteArrayInputStream(written(new Snapshot(7, ENTRIES.iterator()))));

        assertThat(read.position()).isEqualTo(7);
        assertThat(rest(read)).isEqualTo(ENTRIES);
    }

    @Test
    void none_is_none() throws IOException {
        var read = Lines.read(new ByteArrayInputStream(
                written(new Snapshot(0, List.<Entry>of().iterator()))));

        assertThat(read.position()).isZero();
        assertThat(rest(read)).isEmpty();
    }

    @Test
    void what_was_cut_short_is_no_end() throws IOException {
        var whole = written(new Snapshot(7, ENTRIES.iterator()));
        var read = Lines.read(new ByteArrayInputStream(Arrays.copyOf(whole, whole.length - 1)));

        assertThatThrownBy(() -> rest(read)).isInstanceOf(UncheckedIOException.class);
    }

    private static byte[] written(Entries entries) throws IOException {
        var out = new ByteArrayOutputStream();
        Lines.write(entries, out);
        return out.toByteArray();
    }

    private static List<Entry> rest(Entries entries) {
        var rest = new ArrayList<Entry>();
        entries.forEachRemaining(rest::add);
        return rest;
    }

    private record Snapshot(long position, Iterator<Entry> entries) implements Entries {
        @Override
        public boolean hasNext() {
            return entries.hasNext();
        }

        @Override
        public Entry next() {
            return entries.next();
        }

        @Override
        public void close() {}
    }
}
