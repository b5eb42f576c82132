package dev.daybook.loyalty.account;

import static dev.daybook.loyalty.account.AccountDecider.ACCOUNT;

import dev.daybook.core.Action;
import dev.daybook.core.BusinessProcess;
import dev.daybook.core.Metadata;
import dev.daybook.core.ProcessManager;
import dev.daybook.core.Stage;
import dev.daybook.core.Subscription;
import dev.daybook.core.Subscription.Told;
import dev.daybook.loyalty.AccountEvent;
import dev.daybook.loyalty.EarnPoints;
import dev.daybook.loyalty.Gift;
import dev.daybook.loyalty.PointsEarned;
import dev.daybook.loyalty.PointsRedeemed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The process {@code gold-gift}: a member who becomes gold gets points as a gift, once. */
final class GoldGift implements ProcessManager<GoldGift.Input, Gift> {
    static final BusinessProcess<Input, Gift> GOLD_GIFT = new BusinessProcess<>(
            "gold-gift", Gift.class, new GoldGift(), List.of(Subscription.to(ACCOUNT, GoldGift::hear)));

    private static final int POINTS = 100;

    /** What an instance is told. */
    sealed interface Input {
        /** The member earned points. */
        record Earned(String memberId, int points) implements Input {}

        /** The gift was credited. */
        record Given() implements Input {}
    }

    private static @Nullable Told<Input> hear(AccountEvent event, Metadata metadata) {
        var memberId = metadata.aggregateId();
        return switch (event) {
            case PointsEarned earned -> new Told<>(memberId, new Input.Earned(memberId, earned.points()));
            case PointsRedeemed _ -> null;
        };
    }

    @Override
    public Gift initial() {
        return new Gift(0, false);
    }

    @Override
    public Gift evolve(Gift gift, Input input, Metadata metadata) {
        return switch (input) {
            case Input.Earned earned -> gift.withEarned(gift.earned() + earned.points());
            case Input.Given _ -> gift.withGiven(true);
        };
    }

    @Override
    public List<Action> react(Gift gift, Input input, Metadata metadata) {
        return switch (input) {
            case Input.Earned earned
            when becomesGold(earned, gift) ->
                List.of(Action.send(ACCOUNT, earned.memberId(), new EarnPoints(POINTS, "welcome to gold")));
            case Input.Earned _, Input.Given _ -> List.of();
        };
    }

    private static boolean becomesGold(Input.Earned earned, Gift after) {
        return after.earned() >= MembersView.GOLD && after.earned() - earned.points() < MembersView.GOLD;
    }

    @Override
    public Input accepted(Action.Send command) {
        return new Input.Given();
    }

    @Override
    public Stage stage(Gift gift) {
        return gift.given() ? Stage.COMPLETED : Stage.RUNNING;
    }
}
