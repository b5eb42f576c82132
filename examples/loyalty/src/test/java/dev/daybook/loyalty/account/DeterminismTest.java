package dev.daybook.loyalty.account;

import static dev.daybook.loyalty.account.AccountDecider.ACCOUNT;

import dev.daybook.loyalty.EarnPoints;
import dev.daybook.loyalty.RedeemPoints;
import dev.daybook.testkit.determinism.DeterminismCheck;
import org.junit.jupiter.api.Test;

class DeterminismTest {

    @Test
    void an_account_is_decided_the_same_in_every_world() {
        DeterminismCheck.of(LoyaltyContext.class)
                .life(ACCOUNT, new EarnPoints(100, "order 10248"), new RedeemPoints(100, "teapot"))
                .life(ACCOUNT, new EarnPoints(0, "order 10249"), new RedeemPoints(1, "tea"), new RedeemPoints(0, "tea"))
                .verify();
    }
}
