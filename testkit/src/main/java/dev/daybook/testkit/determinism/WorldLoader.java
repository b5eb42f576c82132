package dev.daybook.testkit.determinism;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;

/** Loads the class path anew, with the clock and the order of a world in all classes but Java's own. */
final class WorldLoader extends URLClassLoader {
    /** They ask Java for what the others ask them for. */
    private static final Set<String> KEPT = Set.of(WorldClock.class.getName(), WorldOrder.class.getName());

    private final CallRewriter rewriter = new CallRewriter();

    private WorldLoader(URL[] classPath) {
        super(classPath, ClassLoader.getPlatformClassLoader());
    }

    static WorldLoader ofClassPath() {
        return new WorldLoader(
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .map(WorldLoader::url)
                        .toArray(URL[]::new));
    }

    private static URL url(String file) {
        try {
            return Path.of(file).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("The class path must be of files and folders, but has " + file, e);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        try (var file = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            var original = file.readAllBytes();
            var bytes = KEPT.contains(name) ? original : rewriter.rewrite(original);
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
