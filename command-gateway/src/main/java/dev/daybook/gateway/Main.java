package dev.daybook.gateway;

import dev.daybook.platform.app.AppMain;

/** Runs a command gateway. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(AppMain.run(
                "command-gateway",
                GatewayConfig.settings(),
                settings -> CommandGateway.start(GatewayConfig.from(settings)),
                args));
    }
}
