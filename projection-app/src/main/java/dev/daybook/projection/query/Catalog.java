package dev.daybook.projection.query;

import java.util.List;

/** All that can be asked: the views, and the timeline of each type of aggregate. */
public record Catalog(List<ServedView<?, ?>> views, List<ServedTimeline<?, ?>> timelines) {

    public Catalog {
        views = List.copyOf(views);
        timelines = List.copyOf(timelines);
    }

    /** The view with a name; otherwise the request ends with 404. */
    ServedView<?, ?> view(String name) {
        return views.stream()
                .filter(view -> view.name().equals(name))
                .findFirst()
                .orElseThrow(() -> QueryProblems.unknownView(
                                name, views.stream().map(ServedView::name).toList())
                        .exception());
    }

    /** The timeline of a type of aggregate; otherwise the request ends with 404. */
    ServedTimeline<?, ?> timeline(String aggregate) {
        return timelines.stream()
                .filter(timeline -> timeline.aggregate().equals(aggregate))
                .findFirst()
                .orElseThrow(() -> QueryProblems.unknownAggregateType(
                                aggregate,
                                timelines.stream()
                                        .map(ServedTimeline::aggregate)
                                        .toList())
                        .exception());
    }
}
