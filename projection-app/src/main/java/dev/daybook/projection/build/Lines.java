package dev.daybook.projection.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.daybook.projection.ledger.Entries;
import dev.daybook.projection.ledger.Entry;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Entries as lines of text, on their way to another instance: the position first; then for each entry the key and the row, both
 * JSON, with a tab between; then an empty line, without which something is missing.
 */
final class Lines {
    static final String CONTENT_TYPE = "text/tab-separated-values";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Lines() {}

    static void write(Entries entries, OutputStream out) throws IOException {
        var lines = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
        lines.write(entries.position() + "\n");
        while (entries.hasNext()) {
            var entry = entries.next();
            lines.write(JSON.writeValueAsString(entry.key()) + "\t" + entry.json() + "\n");
        }
        lines.write("\n");
        lines.flush();
    }

    static Entries read(InputStream in) {
        return new Read(new BufferedReader(new InputStreamReader(in, UTF_8)));
    }

    private static final class Read implements Entries {
        private final BufferedReader lines;
        private final long position;
        private String next;

        Read(BufferedReader lines) {
            this.lines = lines;
            this.position = Long.parseLong(line());
            this.next = line();
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public boolean hasNext() {
            return !next.isEmpty();
        }

        @Override
        public Entry next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            var tab = next.indexOf('\t');
            var entry = new Entry(key(next.substring(0, tab)), next.substring(tab + 1));
            next = line();
            return entry;
        }

        private static String key(String json) {
            try {
                return JSON.readValue(json, String.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private String line() {
            try {
                @Nullable String line = lines.readLine();
                if (line == null) {
                    throw new IOException("The entries of another instance end before their end");
                }
                return line;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                lines.close();
            } catch (IOException e) {
                // What was to be read has been read, or is not wanted any more.
            }
        }
    }
}
