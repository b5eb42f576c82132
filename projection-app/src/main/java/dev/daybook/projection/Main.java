package dev.daybook.projection;

import dev.daybook.platform.app.AppMain;

/** Runs the read side as a process. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(AppMain.run(
                "projection-app",
                ProjectionConfig.settings(),
                settings -> ProjectionApp.start(ProjectionConfig.from(settings)),
                args));
    }
}
