package dev.daybook.projection.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.projection.query.QueryProblems;
import dev.daybook.viewbuild.RemoveBuild;
import dev.daybook.viewbuild.ServeBuild;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuildProblemsTest {
    @Test
    void a_build_that_is_not_there_is_not_found() {
        var removal = Plan.UNTOLD.take(new RemoveBuild("1", "order-summary", 1, 2));
        var switching = Plan.UNTOLD.take(new ServeBuild("2", "order-summary", 1, 2));

        assertThat(List.of(removal, switching)).allSatisfy(verdict -> {
            var problem = BuildProblems.refused((Plan.Verdict.Refused) verdict);
            assertThat(problem.status()).isEqualTo(404);
            assertThat(problem.code()).isEqualTo("unknown-build");
        });
    }

    @Test
    void the_build_that_serves_is_in_the_way_of_its_removal() {
        var verdict = Plan.UNTOLD.take(new RemoveBuild("1", "order-summary", 1, 1));

        assertThat(BuildProblems.refused((Plan.Verdict.Refused) verdict).status())
                .isEqualTo(409);
    }

    @Test
    void says_that_there_is_nothing_to_choose_from() {
        assertThat(QueryProblems.unknownView("x", List.of()).detail())
                .isEqualTo("There is no view 'x'; there are none here");
    }
}
