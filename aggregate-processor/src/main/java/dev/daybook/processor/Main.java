package dev.daybook.processor;

import dev.daybook.platform.app.AppMain;

/** Runs the processor until it is told to end. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(AppMain.run(
                "aggregate-processor",
                ProcessorConfig.settings(),
                settings -> AggregateProcessor.start(ProcessorConfig.from(settings)),
                args));
    }
}
