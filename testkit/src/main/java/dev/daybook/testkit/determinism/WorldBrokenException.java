package dev.daybook.testkit.determinism;

/** A world ended before every message was taken: with an error, which no write side survives, or not in time. */
public final class WorldBrokenException extends RuntimeException {

    WorldBrokenException(World world, String how, String output) {
        super("The %s world must take every message, but %s. It wrote:\n%s".formatted(world.label(), how, output));
    }
}
