package dev.daybook.testkit.determinism;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Surroundings that no decision and no process may depend on. Each world is a JVM of its own. */
enum World {
    /** One thread lives one life after another. */
    QUIET(Duration.ZERO, "Pacific/Kiritimati", "en", "US", "UTF-8", 1),

    /**
     * Four threads live all lives at once; each message is taken twice, as after an aborted transaction; states are
     * read back from their wire form; what has no order is read backwards.
     */
    BUSY(Duration.parse("P400DT13H17M29.123456789S"), "Etc/GMT+12", "tr", "TR", "ISO-8859-1", 4);

    private static final String PROPERTY = "daybook.world";

    /** How far ahead its clock is. Year, month, day, weekday and hour all differ. */
    private final Duration ahead;

    /** The date is never that of the other world. */
    private final String zone;

    /** In Turkish, the small letter of I is not i. */
    private final String language;

    private final String country;
    private final String charset;
    private final int threads;

    World(Duration ahead, String zone, String language, String country, String charset, int threads) {
        this.ahead = ahead;
        this.zone = zone;
        this.language = language;
        this.country = country;
        this.charset = charset;
        this.threads = threads;
    }

    /** The world of this JVM. */
    static World current() {
        return valueOf(System.getProperty(PROPERTY));
    }

    /** What makes a JVM this world. */
    List<String> options() {
        return List.of(
                "-D" + PROPERTY + "=" + name(),
                "-Duser.timezone=" + zone,
                "-Duser.language=" + language,
                "-Duser.country=" + country,
                "-Dfile.encoding=" + charset,
                "-XX:ActiveProcessorCount=" + threads);
    }

    Duration ahead() {
        return ahead;
    }

    int threads() {
        return threads;
    }

    boolean isBusy() {
        return this == BUSY;
    }

    /** Its name, for a reader. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it is like, for a reader. */
    String description() {
        return "%d days ahead, %s, %s-%s, %s, %s"
                .formatted(
                        ahead.toDays(),
                        zone,
                        language,
                        country,
                        charset,
                        isBusy()
                                ? threads + " threads, each message twice, states read back"
                                : "one thread, one life after another");
    }
}
