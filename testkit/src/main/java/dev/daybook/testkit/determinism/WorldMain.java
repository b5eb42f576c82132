package dev.daybook.testkit.determinism;

/** A world, as a program: it reads a log and writes what became of each message. */
final class WorldMain {
    private WorldMain() {}

    /**
     * Runs it.
     *
     * @param args the file with the messages, the file for the verdicts
     */
    public static void main(String[] args) throws Exception {
        try (var loader = WorldLoader.ofClassPath()) {
            Thread.currentThread().setContextClassLoader(loader);
            var replay = loader.loadClass(Replay.class.getName()).getDeclaredMethod("main", String[].class);
            replay.setAccessible(true);
            replay.invoke(null, (Object) args);
        }
    }
}
