package dev.daybook.projection.build;

import dev.daybook.viewbuild.BuildInstruction;
import dev.daybook.viewbuild.RemoveBuild;
import dev.daybook.viewbuild.ServeBuild;
import dev.daybook.viewbuild.StartBuild;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The plans of all views of a context. One thread takes instructions, any number of threads read. */
final class Plans {
    private final Map<String, Plan> plans = new ConcurrentHashMap<>();

    /** The plan of a view. */
    Plan of(String view) {
        return plans.getOrDefault(view, Plan.UNTOLD);
    }

    /** Takes the next instruction. */
    Plan.Verdict take(BuildInstruction instruction) {
        var view = view(instruction);
        var verdict = of(view).take(instruction);
        if (verdict instanceof Plan.Verdict.Accepted accepted) {
            plans.put(view, accepted.next());
        }
        return verdict;
    }

    /** The view that an instruction is about. */
    static String view(BuildInstruction instruction) {
        return switch (instruction) {
            case StartBuild start -> start.view();
            case ServeBuild serve -> serve.view();
            case RemoveBuild remove -> remove.view();
        };
    }

    /** What its sender knows an instruction by. */
    static String requestId(BuildInstruction instruction) {
        return switch (instruction) {
            case StartBuild start -> start.requestId();
            case ServeBuild serve -> serve.requestId();
            case RemoveBuild remove -> remove.requestId();
        };
    }
}
