package dev.daybook.platform.app;

/** An app that is as ready as it is told to be. */
class FakeApp implements App {
    volatile String missing = "";
    volatile boolean live = true;
    volatile boolean closed;

    @Override
    public boolean live() {
        return live;
    }

    @Override
    public boolean ready() {
        return missing.isEmpty();
    }

    @Override
    public String whyNotReady() {
        return missing;
    }

    @Override
    public void close() {
        closed = true;
    }
}
