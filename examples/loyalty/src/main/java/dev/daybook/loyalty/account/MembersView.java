package dev.daybook.loyalty.account;

import dev.daybook.core.Metadata;
import dev.daybook.core.RowView;
import dev.daybook.core.View;
import dev.daybook.loyalty.AccountEvent;
import dev.daybook.loyalty.Level;
import dev.daybook.loyalty.Member;
import dev.daybook.loyalty.PointsEarned;
import dev.daybook.loyalty.PointsRedeemed;
import org.jspecify.annotations.Nullable;

/** Every member at a glance; {@code ?level=GOLD} asks for the most loyal. */
final class MembersView {
    static final RowView<AccountEvent, Member> VIEW = View.of(
                    "members", 1, AccountDecider.ACCOUNT, Member.class, MembersView::fold)
            .filteredBy("level", Level.class, Member::level);

    /** What makes a member gold. */
    static final int GOLD = 1_000;

    private MembersView() {}

    private static Member fold(@Nullable Member before, AccountEvent event, Metadata metadata) {
        var row = before == null ? new Member(metadata.aggregateId(), Level.BASIC, 0, 0, 0) : before;
        var next = switch (event) {
            case PointsEarned earned -> credit(row, earned.points());
            case PointsRedeemed redeemed -> row.withPoints(row.points() - redeemed.points());
        };
        return next.withVersion(metadata.version());
    }

    private static Member credit(Member row, int points) {
        long earned = row.earned() + points;
        return row.withPoints(row.points() + points)
                .withEarned(earned)
                .withLevel(earned < GOLD ? Level.BASIC : Level.GOLD);
    }
}
