package dev.daybook.chaos.nemesis;

import dev.daybook.chaos.fleet.Fleet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Carries a schedule out. What it strikes is mended in any case. */
public final class Executioner {
    private final Fleet fleet;
    private final Consumer<Strike> announcement;

    /**
     * An executioner.
     *
     * @param announcement told of each strike before it falls
     */
    public Executioner(Fleet fleet, Consumer<Strike> announcement) {
        this.fleet = fleet;
        this.announcement = announcement;
    }

    /** Returns after the last strike is mended, which its target need not have recovered from yet. */
    public List<Struck> carryOut(Schedule schedule) throws InterruptedException {
        var begin = System.nanoTime();
        var struck = new ArrayList<Struck>();
        for (var strike : schedule.strikes()) {
            sleepUntil(begin + strike.at().toNanos());
            announcement.accept(strike);
            struck.add(carryOut(strike));
        }
        return struck;
    }

    private Struck carryOut(Strike strike) throws InterruptedException {
        var target = strike.fault().targets(fleet).get(strike.target());
        var at = System.nanoTime();
        strike.fault().inflict(target);
        try {
            Thread.sleep(strike.down());
        } finally {
            strike.fault().mend(target);
        }
        return new Struck(strike, at, System.nanoTime());
    }

    private static void sleepUntil(long time) throws InterruptedException {
        Thread.sleep(Duration.ofNanos(Math.max(0, time - System.nanoTime())));
    }
}
