package dev.daybook.platform.app;

import dev.daybook.platform.PlatformException;
import dev.daybook.platform.config.ConfigException;
import dev.daybook.platform.config.Setting;
import dev.daybook.platform.config.Settings;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every app's main does: it reads arguments and settings, starts the app, and closes it when told to end. */
public final class AppMain {
    private static final Logger LOG = LoggerFactory.getLogger(AppMain.class);

    private static final int ENDED = 0;
    private static final int CANNOT_START = 1;
    private static final int WRONG_CONFIGURATION = 2;

    private final String name;
    private final List<Setting<?>> settings;
    private final AppFactory factory;
    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    AppMain(
            String name,
            List<Setting<?>> settings,
            AppFactory factory,
            Map<String, String> environment,
            PrintStream out,
            PrintStream err) {
        this.name = name;
        this.settings = settings;
        this.factory = factory;
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    /**
     * Runs an app until the process is told to end, or the calling thread is interrupted.
     *
     * @param name the app's name in the help
     * @param settings every setting that it knows
     * @param args {@code --help} and {@code --config FILE}
     * @return the exit code: 0 after a clean end, 1 if the app cannot start, 2 if its configuration is wrong
     */
    public static int run(String name, List<Setting<?>> settings, AppFactory factory, String[] args) {
        return new AppMain(name, settings, factory, System.getenv(), System.out, System.err).run(args);
    }

    int run(String[] args) {
        try {
            var arguments = Arguments.parse(args);
            if (arguments.help()) {
                out.println(Help.of(name, settings));
                return ENDED;
            }
            return run(Settings.load(settings, arguments.config(), environment));
        } catch (ConfigException e) {
            err.printf("%s is not configured right:%n", name);
            e.faults().forEach(fault -> err.println("  - " + fault));
            err.printf("%s --help lists every setting.%n", name);
            return WRONG_CONFIGURATION;
        }
    }

    private int run(Settings effective) {
        LOG.info("{} runs with\n{}", name, effective.describe().indent(2).stripTrailing());
        try {
            endWhenTold(factory.start(effective));
            return ENDED;
        } catch (ConfigException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            err.printf("%s was interrupted while it started.%n", name);
            return CANNOT_START;
        } catch (PlatformException e) {
            LOG.debug("{} cannot start", name, e);
            err.printf("%s cannot start: %s%n", name, e.getMessage());
            return CANNOT_START;
        } catch (Exception e) {
            LOG.error("{} cannot start", name, e);
            err.printf("%s cannot start: %s%n", name, e);
            return CANNOT_START;
        }
    }

    private void endWhenTold(App app) {
        var onSignal = new Thread(() -> closeAndHalt(app), name + "-shutdown");
        Runtime.getRuntime().addShutdownHook(onSignal);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Runtime.getRuntime().removeShutdownHook(onSignal);
            app.close();
        }
    }

    /** A JVM that a signal ends reports 128 and the signal's number, but an orderly end is a success. */
    private void closeAndHalt(App app) {
        var code = ENDED;
        try {
            LOG.info("{} ends", name);
            app.close();
        } catch (RuntimeException e) {
            LOG.error("{} did not end cleanly", name, e);
            code = CANNOT_START;
        }
        out.flush();
        err.flush();
        Runtime.getRuntime().halt(code);
    }
}
