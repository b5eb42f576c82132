package dev.daybook.loyalty.account;

import static dev.daybook.loyalty.account.AccountDecider.ACCOUNT;

import dev.daybook.core.Action;
import dev.daybook.core.Stage;
import dev.daybook.loyalty.EarnPoints;
import dev.daybook.loyalty.Gift;
import dev.daybook.loyalty.PointsEarned;
import dev.daybook.loyalty.PointsRedeemed;
import dev.daybook.testkit.ProcessSpec;
import dev.daybook.testkit.determinism.DeterminismCheck;
import dev.daybook.testkit.determinism.Inbox;
import org.junit.jupiter.api.Test;

class GoldGiftTest {
    private static final ProcessSpec<GoldGift.Input, Gift> ANN =
            ProcessSpec.of(GoldGift.GOLD_GIFT).id("ann");
    private static final Action.Send GIFT = Action.send(ACCOUNT, "ann", new EarnPoints(100, "welcome to gold"));

    @Test
    void gives_to_a_member_who_becomes_gold() {
        ANN.given(ACCOUNT, "ann", new PointsEarned(600, "order 10248"))
                .when(ACCOUNT, "ann", new PointsEarned(400, "order 10249"))
                .then(GIFT)
                .thenStage(Stage.RUNNING);
        ANN.given(ACCOUNT, "ann", new PointsEarned(1_000, "order 10248"))
                .whenAccepted(GIFT)
                .thenNothing()
                .thenStage(Stage.COMPLETED)
                .thenState(new Gift(1_000, true));
    }

    @Test
    void gives_once() {
        ANN.given(ACCOUNT, "ann", new PointsEarned(1_000, "order 10248"))
                .when(ACCOUNT, "ann", new PointsEarned(100, "welcome to gold"))
                .thenNothing();
    }

    @Test
    void does_the_same_in_every_world() {
        DeterminismCheck.of(LoyaltyContext.class)
                .story(
                        GoldGift.GOLD_GIFT,
                        Inbox.of("ann")
                                .happened(ACCOUNT, "ann", new PointsEarned(1_000, "order 10248"))
                                .accepted(GIFT))
                .verify();
    }

    @Test
    void gives_nothing_before() {
        ANN.when(ACCOUNT, "ann", new PointsEarned(999, "order 10248")).thenNothing();
    }

    @Test
    void does_not_mind_what_is_redeemed() {
        ANN.when(ACCOUNT, "ann", new PointsRedeemed(1, "tea")).thenUntold();
    }

    @Test
    void has_no_answer_to_a_refusal() {
        ANN.given(ACCOUNT, "ann", new PointsEarned(1_000, "order 10248"))
                .whenRefused(GIFT, "points-not-positive")
                .thenFails();
    }
}
