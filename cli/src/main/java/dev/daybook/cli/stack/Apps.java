package dev.daybook.cli.stack;

import dev.daybook.cli.console.Steps;
import dev.daybook.gateway.CommandGateway;
import dev.daybook.platform.app.App;
import dev.daybook.processes.ProcessManagerApp;
import dev.daybook.processor.AggregateProcessor;
import dev.daybook.projection.ProjectionApp;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * The start of a stack's apps. What there is one of runs in this JVM; what there are several of runs in a JVM each, and
 * is started anew when that dies.
 */
final class Apps {
    private static final String PROCESSOR = "processor";
    private static final String GATEWAY = "gateway";
    private static final String PROJECTIONS = "projections";
    private static final String PROCESSES = "processes";

    private final Plan plan;
    private final AppConfigs configs;
    private final Parts parts;
    private final Steps steps;
    private final Runnable changed;

    /**
     * Apps that are not started yet.
     *
     * @param parts where each is kept as soon as it is started
     * @param changed hears when an instance has died or has another process
     */
    Apps(Plan plan, AppConfigs configs, Parts parts, Steps steps, Runnable changed) {
        this.plan = plan;
        this.configs = configs;
        this.parts = parts;
        this.steps = steps;
        this.changed = changed;
    }

    /** What runs, the first of each the one that others are told of. */
    record Running(
            List<Instance> gateways,
            List<Instance> processors,
            List<Instance> projections,
            List<Instance> processManagers) {
        Stream<Instance> all() {
            return Stream.of(gateways, processors, projections, processManagers).flatMap(List::stream);
        }
    }

    /** Starts them all at the same time, and returns when all are ready. */
    Running start() throws Exception {
        try (var tasks = new SideBySide()) {
            var processors = plan.fleet().processors == 1
                    ? List.of(fork(tasks, PROCESSOR, this::processor))
                    : forkAll(tasks, PROCESSOR, plan.processorPorts(), this::processor);
            var gateways = plan.fleet().gateways == 1
                    ? List.of(fork(tasks, GATEWAY, this::gateway))
                    : forkAll(tasks, GATEWAY, plan.gatewayPorts(), this::gateway);
            var projections = plan.fleet().projections == 1
                    ? List.of(fork(tasks, PROJECTIONS, this::projections))
                    : forkAll(tasks, PROJECTIONS, plan.queryPorts(), this::projections);
            var processManagers = plan.fleet().processManagers == 1
                    ? List.of(fork(tasks, PROCESSES, this::processes))
                    : forkAll(tasks, PROCESSES, plan.processesPorts(), this::processes);
            tasks.join();
            return new Running(results(gateways), results(processors), results(projections), results(processManagers));
        }
    }

    /** How an instance is started in a JVM of its own. */
    @FunctionalInterface
    private interface Child {
        Instance start(String name, int port) throws InterruptedException;
    }

    private List<Future<Instance>> forkAll(SideBySide tasks, String app, List<Integer> ports, Child child) {
        var forked = new ArrayList<Future<Instance>>();
        for (var port : ports) {
            var name = app + "-" + (forked.size() + 1);
            forked.add(fork(tasks, name, () -> child.start(name, port)));
        }
        return forked;
    }

    private Future<Instance> fork(SideBySide tasks, String name, Callable<Instance> start) {
        return tasks.fork(() -> steps.run(name, start, started -> started.url().toString()));
    }

    private static List<Instance> results(List<Future<Instance>> forked) {
        return forked.stream().map(Future::resultNow).toList();
    }

    private Instance processor() throws InterruptedException {
        var file = configs.processor(plan.ports().processorAdmin, plan.data().processor(PROCESSOR));
        var app = AggregateProcessor.start(AppConfigs.processor(file));
        return ready(Part.PROCESSOR, PROCESSOR, Addresses.LOOPBACK, app, app.adminPort());
    }

    private Instance projections() throws InterruptedException {
        var file =
                configs.projections(plan.host(), plan.ports().query, plan.data().projections(PROJECTIONS), 0);
        var app = ProjectionApp.start(AppConfigs.projections(file));
        return ready(Part.PROJECTIONS, PROJECTIONS, plan.host(), app, app.port());
    }

    private Instance gateway() throws InterruptedException {
        var app = CommandGateway.start(AppConfigs.gateway(configs.gateway(plan.host(), plan.ports().gateway)));
        return ready(Part.GATEWAY, GATEWAY, plan.host(), app, app.port());
    }

    private Instance processes() throws InterruptedException {
        var file = configs.processes(
                plan.host(), plan.ports().processes, plan.data().processes(PROCESSES));
        var app = ProcessManagerApp.start(AppConfigs.processes(file));
        return ready(Part.PROCESSES, PROCESSES, plan.host(), app, app.port());
    }

    private Instance ready(Part part, String name, String host, App app, int port) throws InterruptedException {
        parts.keep(part, app);
        Readiness.await(name, app);
        return new Instance.Here(name, Addresses.http(host, port), app);
    }

    private Instance processor(String name, int port) throws InterruptedException {
        var file = configs.processor(port, plan.data().processor(name));
        return ready(
                Part.PROCESSOR,
                new Supervised(
                        Children.processor(name, file, plan.data()),
                        plan.data().instances(),
                        Addresses.http(Addresses.LOOPBACK, port),
                        () -> AggregateProcessor.release(AppConfigs.processor(file)),
                        this::tell));
    }

    private Instance gateway(String name, int port) throws InterruptedException {
        return ready(
                Part.GATEWAY,
                new Supervised(
                        Children.gateway(name, configs.gateway(plan.host(), port), plan.data()),
                        plan.data().instances(),
                        Addresses.http(plan.host(), port),
                        () -> {},
                        this::tell));
    }

    /** One other keeps a copy of what it has, so that all of it can be read when it dies. */
    private Instance projections(String name, int port) throws InterruptedException {
        var file = configs.projections(plan.host(), port, plan.data().projections(name), 1);
        return ready(
                Part.PROJECTIONS,
                new Supervised(
                        Children.projections(name, file, plan.data()),
                        plan.data().instances(),
                        Addresses.http(plan.host(), port),
                        () -> {},
                        this::tell));
    }

    private Instance processes(String name, int port) throws InterruptedException {
        var file = configs.processes(plan.host(), port, plan.data().processes(name));
        return ready(
                Part.PROCESSES,
                new Supervised(
                        Children.processes(name, file, plan.data()),
                        plan.data().instances(),
                        Addresses.http(plan.host(), port),
                        () -> ProcessManagerApp.release(AppConfigs.processes(file)),
                        this::tell));
    }

    private Instance ready(Part part, Supervised child) throws InterruptedException {
        parts.keep(part, child);
        child.awaitReady();
        return child;
    }

    private void tell(String news) {
        steps.say(news);
        changed.run();
    }
}
