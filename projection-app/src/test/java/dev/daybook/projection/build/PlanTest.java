package dev.daybook.projection.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.projection.build.Plan.Verdict.Accepted;
import dev.daybook.projection.build.Plan.Verdict.Refused;
import dev.daybook.projection.view.BuildId;
import dev.daybook.viewbuild.BuildInstruction;
import dev.daybook.viewbuild.RemoveBuild;
import dev.daybook.viewbuild.ServeBuild;
import dev.daybook.viewbuild.StartBuild;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final BuildId V1 = BuildId.first(1);
    private static final BuildId V1_R2 = new BuildId(1, 2);
    private static final BuildId V2 = BuildId.first(2);

    private Plan plan = Plan.UNTOLD;

    @Test
    void every_version_has_a_first_build_untold() {
        assertThat(plan.builds(List.of(1, 2))).containsExactly(V1, V2);
        assertThat(plan.serving()).isNull();
    }

    @Test
    void a_version_is_built_once_more_beside_the_first() {
        assertThat(accepted(start(1))).isEqualTo(V1_R2);

        assertThat(plan.builds(List.of(1))).containsExactly(V1, V1_R2);
        assertThat(plan.serving()).isNull();
    }

    @Test
    void no_other_is_started_while_one_is_under_way() {
        accepted(start(1));

        assertThat(refused(start(1))).isEqualTo("build-under-way");
    }

    @Test
    void a_build_serves_when_it_is_told_to_and_the_former_can_serve_again() {
        accepted(start(1));

        accepted(serve(V1_R2));
        assertThat(plan.serving()).isEqualTo(V1_R2);
        accepted(serve(V1));
        assertThat(plan.serving()).isEqualTo(V1);
    }

    @Test
    void after_the_way_back_a_version_can_be_built_once_more() {
        accepted(start(1));
        accepted(serve(V1_R2));
        accepted(serve(V1));

        assertThat(accepted(start(1))).isEqualTo(new BuildId(1, 3));
    }

    @Test
    void what_never_served_and_is_newer_is_under_way() {
        var versions = List.of(1, 2);
        assertThat(plan.underWay(plan.builds(versions), V1)).contains(V2);
        accepted(serve(V2));
        accepted(serve(V1));
        assertThat(plan.underWay(plan.builds(versions), V1)).isEmpty();
        accepted(start(1));
        assertThat(plan.underWay(plan.builds(versions), V1)).contains(V1_R2);
    }

    @Test
    void a_build_that_serves_is_not_removed() {
        assertThat(refused(remove(V1))).isEqualTo("build-serves");
        accepted(start(1));
        accepted(serve(V1_R2));

        assertThat(refused(remove(V1_R2))).isEqualTo("build-serves");
        accepted(remove(V1));
        assertThat(plan.builds(List.of(1))).containsExactly(V1_R2);
    }

    @Test
    void what_was_removed_does_not_come_back() {
        accepted(start(1));
        accepted(remove(V1_R2));

        assertThat(refused(serve(V1_R2))).isEqualTo("unknown-build");
        assertThat(refused(remove(V1_R2))).isEqualTo("unknown-build");
        assertThat(accepted(start(1))).isEqualTo(new BuildId(1, 3));
    }

    @Test
    void what_was_never_started_cannot_serve() {
        assertThat(refused(serve(V1_R2))).isEqualTo("unknown-build");
    }

    @Test
    void a_new_version_takes_over_without_being_started() {
        accepted(serve(V2));
        accepted(remove(V1));

        assertThat(plan.builds(List.of(1, 2))).containsExactly(V2);
    }

    @Test
    void a_release_that_lacks_a_version_has_no_builds_of_it() {
        accepted(start(1));

        assertThat(plan.builds(List.of(2))).containsExactly(V2);
    }

    private BuildId accepted(BuildInstruction instruction) {
        var verdict = (Accepted) plan.take(instruction);
        plan = verdict.next();
        return verdict.build();
    }

    private String refused(BuildInstruction instruction) {
        return ((Refused) plan.take(instruction)).code();
    }

    private static StartBuild start(int version) {
        return new StartBuild("request", "orders", version);
    }

    private static ServeBuild serve(BuildId build) {
        return new ServeBuild("request", "orders", build.version(), build.round());
    }

    private static RemoveBuild remove(BuildId build) {
        return new RemoveBuild("request", "orders", build.version(), build.round());
    }
}
