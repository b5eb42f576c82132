package dev.daybook.projection.query;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * All that can be asked at the moment: the views, each by the build that serves, and the timeline of each type of
 * aggregate. Thread-safe.
 *
 * @param serving gives the build of each view that serves
 * @param running gives all builds that run here
 * @param kept gives the timelines
 */
public record Catalog(
        Supplier<Stream<ServedView<?, ?>>> serving,
        Supplier<Stream<ServedView<?, ?>>> running,
        Supplier<Stream<ServedTimeline<?, ?>>> kept) {

    /** The builds that serve, by the names of their views. */
    List<ServedView<?, ?>> views() {
        return serving.get().sorted(comparing(ServedView::name)).toList();
    }

    /** The timelines, by the types of their aggregates. */
    List<ServedTimeline<?, ?>> timelines() {
        return kept.get().sorted(comparing(ServedTimeline::aggregate)).toList();
    }

    /** The build that serves a view; otherwise the request ends with 404. */
    ServedView<?, ?> view(String name) {
        return serving.get()
                .filter(view -> view.name().equals(name))
                .findFirst()
                .orElseThrow(() -> QueryProblems.unknownView(
                                name, views().stream().map(ServedView::name).toList())
                        .exception());
    }

    /** Whether the build that an application is serves its view. */
    boolean serves(String application) {
        return serving.get().anyMatch(view -> view.application().equals(application));
    }

    /** The build that an application is, whether it serves or not; empty if it does not run here. */
    public Optional<ServedView<?, ?>> build(String application) {
        return running.get()
                .filter(view -> view.application().equals(application))
                .findFirst();
    }

    /** The builds of a view, in the order of their ids. */
    List<ServedView<?, ?>> builds(String view) {
        return running.get()
                .filter(build -> build.name().equals(view))
                .sorted(comparing(ServedView::build))
                .toList();
    }

    /** The timeline of a type of aggregate; otherwise the request ends with 404. */
    ServedTimeline<?, ?> timeline(String aggregate) {
        return kept.get()
                .filter(timeline -> timeline.aggregate().equals(aggregate))
                .findFirst()
                .orElseThrow(() -> QueryProblems.unknownAggregateType(
                                aggregate,
                                timelines().stream()
                                        .map(ServedTimeline::aggregate)
                                        .toList())
                        .exception());
    }
}
