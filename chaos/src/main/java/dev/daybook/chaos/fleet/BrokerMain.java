package dev.daybook.chaos.fleet;

import dev.daybook.embedded.EmbeddedBroker;
import dev.daybook.platform.app.AdminServer;
import dev.daybook.platform.app.App;
import dev.daybook.platform.app.AppMain;
import dev.daybook.platform.app.Metrics;
import dev.daybook.platform.config.Setting;
import dev.daybook.platform.config.Settings;
import dev.daybook.platform.config.ValueType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs a broker in a process of its own, so that it can die alone. */
public final class BrokerMain implements App {
    static final Setting<Integer> PORT =
            Setting.required("broker.port", ValueType.port(), "the port that it listens on, the same at each start");
    static final Setting<Path> DATA = Setting.required("broker.data", ValueType.path(), "where it keeps its data");
    static final Setting<Integer> ADMIN_PORT =
            Setting.required("admin.port", ValueType.port(), "the port that health is served on");

    private final EmbeddedBroker broker;
    private final AdminServer admin;

    private BrokerMain(Settings settings) {
        broker = EmbeddedBroker.start(settings.get(DATA), settings.get(PORT), Map.of());
        admin = AdminServer.start("127.0.0.1", settings.get(ADMIN_PORT), this, new Metrics("broker"));
    }

    public static void main(String[] args) {
        System.exit(AppMain.run("broker", List.of(PORT, DATA, ADMIN_PORT), BrokerMain::new, args));
    }

    @Override
    public boolean live() {
        return broker.alive();
    }

    @Override
    public boolean ready() {
        return live();
    }

    @Override
    public String whyNotReady() {
        return live() ? "" : "The broker has ended";
    }

    @Override
    public void close() {
        admin.close();
        broker.close();
    }
}
