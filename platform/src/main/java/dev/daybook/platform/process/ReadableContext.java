package dev.daybook.platform.process;

import dev.daybook.core.Aggregate;
import dev.daybook.core.BoundedContext;
import dev.daybook.core.BusinessProcess;
import dev.daybook.core.Publication;
import dev.daybook.core.RowView;
import dev.daybook.core.View;
import dev.daybook.process.ProcessEvent;
import dev.daybook.process.ProcessRow;
import dev.daybook.process.ProcessStatus;
import java.util.List;
import java.util.stream.Stream;

/**
 * A bounded context as it is read: each of its processes is a type of aggregate too, with a history and a state, and has a
 * view with a row for each instance. It is nothing that commands could be sent to: who writes goes by what is declared.
 *
 * @param declared the context as it is declared
 */
public record ReadableContext(BoundedContext declared) implements BoundedContext {
    private static final String VIEW_SUFFIX = "-process";
    private static final int VIEW_VERSION = 1;

    /** The name of the view of a process's instances, such as {@code fulfillment-process}. */
    public static String viewName(String process) {
        return process + VIEW_SUFFIX;
    }

    @Override
    public String name() {
        return declared.name();
    }

    @Override
    public List<Aggregate<?, ?, ?>> aggregates() {
        return Stream.<Aggregate<?, ?, ?>>concat(
                        declared.aggregates().stream(),
                        declared.processes().stream().map(ProcessAggregate::of))
                .toList();
    }

    @Override
    public List<View<?, ?>> views() {
        return Stream.<View<?, ?>>concat(
                        declared.views().stream(), declared.processes().stream().map(ReadableContext::instances))
                .toList();
    }

    @Override
    public List<BusinessProcess<?, ?>> processes() {
        return declared.processes();
    }

    @Override
    public List<Publication<?, ?, ?>> publications() {
        return declared.publications();
    }

    private static RowView<ProcessEvent, ProcessRow> instances(BusinessProcess<?, ?> process) {
        return View.of(
                        viewName(process.name()),
                        VIEW_VERSION,
                        ProcessAggregate.of(process),
                        ProcessRow.class,
                        ProcessFold::next)
                .filteredBy("status", ProcessStatus.class, ProcessRow::status);
    }
}
