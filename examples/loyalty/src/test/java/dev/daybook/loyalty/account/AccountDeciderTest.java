package dev.daybook.loyalty.account;

import dev.daybook.loyalty.Account;
import dev.daybook.loyalty.AccountCommand;
import dev.daybook.loyalty.AccountEvent;
import dev.daybook.loyalty.EarnPoints;
import dev.daybook.loyalty.PointsEarned;
import dev.daybook.loyalty.PointsRedeemed;
import dev.daybook.loyalty.RedeemPoints;
import dev.daybook.testkit.DeciderSpec;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountDeciderTest {
    private static final DeciderSpec<AccountCommand, AccountEvent, Account> ACCOUNT =
            DeciderSpec.of(AccountDecider.ACCOUNT);

    @Test
    void credits_points() {
        ACCOUNT.when(new EarnPoints(100, "order 10248"))
                .then(new PointsEarned(100, "order 10248"))
                .thenState(new Account(100));
    }

    @Test
    void redeems_points_to_the_last() {
        ACCOUNT.given(new PointsEarned(100, "order 10248"))
                .when(new RedeemPoints(100, "teapot"))
                .then(new PointsRedeemed(100, "teapot"))
                .thenState(new Account(0));
    }

    @Test
    void refuses_to_redeem_more_than_there_is() {
        ACCOUNT.given(new PointsEarned(100, "order 10248"))
                .when(new RedeemPoints(101, "teapot"))
                .thenRejected("not-enough-points", Map.of("available", "100"));
    }

    @Test
    void refuses_points_below_one() {
        ACCOUNT.when(new EarnPoints(0, "order 10248")).thenRejected("points-not-positive");
        ACCOUNT.when(new RedeemPoints(-1, "teapot")).thenRejected("points-not-positive");
    }
}
