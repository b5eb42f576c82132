package dev.daybook.cli.stack;

import dev.daybook.platform.app.App;
import java.net.URI;

/** A running instance of an app of a stack, in whatever process. Thread-safe. */
interface Instance extends AutoCloseable {
    /** Its name: that of the app, with a number if there are several. */
    String name();

    /** Where it serves its health. */
    URI url();

    /** The process that it runs in. */
    long pid();

    /** Whether it does its work, or will again by itself. */
    boolean live();

    @Override
    void close();

    /** One in this JVM. */
    record Here(String name, URI url, App app) implements Instance {
        @Override
        public long pid() {
            return ProcessHandle.current().pid();
        }

        @Override
        public boolean live() {
            return app.live();
        }

        @Override
        public void close() {
            app.close();
        }
    }
}
