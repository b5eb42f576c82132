package dev.daybook.platform.app;

import dev.daybook.platform.config.Settings;

/** Starts an app. */
@FunctionalInterface
public interface AppFactory {

    /** Starts it with these settings; returns when it is on its way to ready. */
    App start(Settings settings) throws Exception;
}
