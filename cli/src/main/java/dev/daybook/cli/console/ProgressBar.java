package dev.daybook.cli.console;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** How far a long task is, with its rate: one line drawn again and again on a terminal, else a line every tenth. */
public final class ProgressBar {
    private static final int WIDTH = 30;

    private final PrintWriter out;
    private final boolean redraw;
    private final String unit;
    private final int total;
    private final long started = System.nanoTime();
    private final AtomicInteger done = new AtomicInteger();

    public ProgressBar(PrintWriter out, boolean redraw, String unit, int total) {
        this.out = out;
        this.redraw = redraw;
        this.unit = unit;
        this.total = total;
    }

    /** One more is done. Thread-safe. */
    public void step() {
        int now = done.incrementAndGet();
        int parts = redraw ? 200 : 10;
        if (now == total || (long) now * parts / total != (long) (now - 1) * parts / total) {
            draw(now);
        }
    }

    private synchronized void draw(int now) {
        if (redraw) {
            int filled = (int) ((long) WIDTH * now / total);
            out.printf("\r  [%s%s] %s", "#".repeat(filled), " ".repeat(WIDTH - filled), figures(now));
            if (now == total) {
                out.println();
            }
        } else {
            out.printf("  %s%n", figures(now));
        }
        out.flush();
    }

    private String figures(int now) {
        double seconds = Math.max(1e-3, (System.nanoTime() - started) / 1e9);
        return String.format(
                Locale.ROOT,
                "%3d %%  %d of %d %s, %.0f per second",
                100L * now / total,
                now,
                total,
                unit,
                now / seconds);
    }
}
