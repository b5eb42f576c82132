package dev.daybook.cli.console;

import java.io.PrintWriter;
import java.util.Locale;

/**
 * How far a long task is, with its rate and the time that is left: one line drawn again and again on a terminal, else a line
 * every tenth. Thread-safe.
 */
public final class ProgressBar {
    private static final int WIDTH = 30;
    private static final int REDRAWS = 200;
    private static final int LINES = 10;

    private final PrintWriter out;
    private final boolean redraw;
    private final String unit;
    private final long started = System.nanoTime();
    private long total;
    private long before;
    private long done;
    private long drawn = -1;

    /** The progress of a task with a known end. */
    public ProgressBar(PrintWriter out, boolean redraw, String unit, int total) {
        this.out = out;
        this.redraw = redraw;
        this.unit = unit;
        this.total = total;
    }

    /**
     * The progress of a task that others do and whose end may move.
     *
     * @param before how much was done before it was looked at, which does not count for the rate
     */
    public static ProgressBar from(PrintWriter out, boolean redraw, String unit, long before) {
        var bar = new ProgressBar(out, redraw, unit, 0);
        bar.before = before;
        return bar;
    }

    /** One more is done. */
    public synchronized void step() {
        reach(done + 1, total);
    }

    /** So many are done, of so many that there are now. */
    public synchronized void reach(long done, long total) {
        this.done = done;
        this.total = total;
        var part = total == 0 ? 1 : done * (redraw ? REDRAWS : LINES) / total;
        if (part != drawn && (part > 0 || redraw)) {
            drawn = part;
            draw();
        }
    }

    private void draw() {
        if (redraw) {
            int filled = (int) (total == 0 ? WIDTH : WIDTH * done / total);
            out.printf("\r  [%s%s] %s", "#".repeat(filled), " ".repeat(WIDTH - filled), figures());
            if (done == total) {
                out.println();
            }
        } else {
            out.printf("  %s%n", figures());
        }
        out.flush();
    }

    private String figures() {
        var rate = (done - before) / Math.max(1e-3, (System.nanoTime() - started) / 1e9);
        return String.format(
                        Locale.ROOT,
                        "%3d %%  %d of %d %s, %.0f per second%s",
                        total == 0 ? 100 : 100 * done / total,
                        done,
                        total,
                        unit,
                        rate,
                        left(rate))
                .stripTrailing();
    }

    private String left(double rate) {
        return done == total || rate < 1
                ? "            "
                : String.format(Locale.ROOT, ", %.0f s left ", (total - done) / rate);
    }
}
