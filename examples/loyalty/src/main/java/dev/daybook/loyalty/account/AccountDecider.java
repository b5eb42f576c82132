package dev.daybook.loyalty.account;

import dev.daybook.core.Aggregate;
import dev.daybook.core.Decider;
import dev.daybook.core.Decision;
import dev.daybook.core.Metadata;
import dev.daybook.loyalty.Account;
import dev.daybook.loyalty.AccountCommand;
import dev.daybook.loyalty.AccountEvent;
import dev.daybook.loyalty.EarnPoints;
import dev.daybook.loyalty.PointsEarned;
import dev.daybook.loyalty.PointsRedeemed;
import dev.daybook.loyalty.RedeemPoints;
import java.util.Map;

/** The behaviour of a member's account. The first points that a member earns open it. */
final class AccountDecider implements Decider<AccountCommand, AccountEvent, Account> {
    static final Aggregate<AccountCommand, AccountEvent, Account> ACCOUNT =
            new Aggregate<>("account", AccountCommand.class, AccountEvent.class, Account.class, new AccountDecider());

    @Override
    public Account initial() {
        return new Account(0);
    }

    @Override
    public Decision<AccountEvent> decide(AccountCommand command, Account account, Metadata metadata) {
        return switch (command) {
            case EarnPoints earn when earn.points() < 1 -> notPositive(earn.points());
            case EarnPoints earn -> Decision.accept(new PointsEarned(earn.points(), earn.reason()));
            case RedeemPoints redeem when redeem.points() < 1 -> notPositive(redeem.points());
            case RedeemPoints redeem when redeem.points() > account.points() -> notEnough(redeem, account);
            case RedeemPoints redeem -> Decision.accept(new PointsRedeemed(redeem.points(), redeem.reward()));
        };
    }

    @Override
    public Account evolve(Account account, AccountEvent event, Metadata metadata) {
        return switch (event) {
            case PointsEarned earned -> account.withPoints(account.points() + earned.points());
            case PointsRedeemed redeemed -> account.withPoints(account.points() - redeemed.points());
        };
    }

    private static Decision<AccountEvent> notPositive(int points) {
        return Decision.reject("points-not-positive", "Expected 1 point or more, but found " + points);
    }

    private static Decision<AccountEvent> notEnough(RedeemPoints redeem, Account account) {
        return Decision.reject(
                "not-enough-points",
                "Expected at least " + redeem.points() + " points, but found " + account.points(),
                Map.of("available", Long.toString(account.points())));
    }
}
