package dev.daybook.loyalty.account;

import dev.daybook.loyalty.AccountEvent;
import dev.daybook.loyalty.Level;
import dev.daybook.loyalty.Member;
import dev.daybook.loyalty.PointsEarned;
import dev.daybook.loyalty.PointsRedeemed;
import dev.daybook.testkit.ViewSpec;
import org.junit.jupiter.api.Test;

class MembersViewTest {
    private static final ViewSpec<AccountEvent, Member> ANN =
            ViewSpec.of(MembersView.VIEW).id("ann");

    @Test
    void shows_what_a_member_has() {
        ANN.given(new PointsEarned(100, "order 10248"))
                .when(new PointsRedeemed(30, "teapot"))
                .thenRow(new Member("ann", Level.BASIC, 70, 100, 2))
                .thenFoundBy("level", "BASIC");
    }

    @Test
    void keeps_a_member_golden_who_redeems() {
        ANN.given(new PointsEarned(600, "order 10248"), new PointsEarned(400, "order 10249"))
                .when(new PointsRedeemed(900, "samovar"))
                .thenRow(new Member("ann", Level.GOLD, 100, 1_000, 3))
                .thenFoundBy("level", "GOLD");
    }
}
