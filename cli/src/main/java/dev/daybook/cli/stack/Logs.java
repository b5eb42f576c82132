package dev.daybook.cli.stack;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Where the log of a stack goes. */
public final class Logs {
    private Logs() {}

    /** From now on all logging of this process goes to a file, so that the terminal is left to the command. */
    public static void to(Path file) {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        context.putProperty("LOG_FILE", file.toString());
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            configurator.doConfigure(Logs.class.getResource("/daybook-stack-logback.xml"));
        } catch (JoranException e) {
            throw new IllegalStateException("The logging configuration is broken", e);
        }
    }
}
