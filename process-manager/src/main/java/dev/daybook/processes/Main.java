package dev.daybook.processes;

import dev.daybook.platform.app.AppMain;

/** Runs the process manager until it is told to end. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(AppMain.run(
                "process-manager",
                ProcessManagerConfig.settings(),
                settings -> ProcessManagerApp.start(ProcessManagerConfig.from(settings)),
                args));
    }
}
