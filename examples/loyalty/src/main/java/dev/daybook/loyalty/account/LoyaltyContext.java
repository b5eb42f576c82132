package dev.daybook.loyalty.account;

import dev.daybook.core.Aggregate;
import dev.daybook.core.BoundedContext;
import dev.daybook.core.BusinessProcess;
import dev.daybook.core.View;
import java.util.List;

/** The bounded context {@code loyalty}. */
public final class LoyaltyContext implements BoundedContext {

    @Override
    public String name() {
        return "loyalty";
    }

    @Override
    public List<Aggregate<?, ?, ?>> aggregates() {
        return List.of(AccountDecider.ACCOUNT);
    }

    @Override
    public List<BusinessProcess<?, ?>> processes() {
        return List.of(GoldGift.GOLD_GIFT);
    }

    @Override
    public List<View<?, ?>> views() {
        return List.of(MembersView.VIEW);
    }
}
