package dev.daybook.projection.rollup;

import dev.daybook.core.Rollup;
import dev.daybook.projection.ledger.Changes;
import dev.daybook.projection.ledger.LoggedEvent;
import dev.daybook.projection.parking.Folding;
import dev.daybook.projection.parking.Guard;
import dev.daybook.projection.parking.Turn;
import dev.daybook.projection.view.RowCodec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Folds events into contributions, and moves these between groups.
 *
 * <p>A crash may cut what one event writes at any point; the event comes again then. The aggregate's contribution is written
 * first, with what it was before: if it is there, what is lacking of the event is worked out from it alone. What the past gets is
 * worked out from what it had before the event, so that it comes to the same when it is written twice. And nobody sees any of it
 * before the progress, which is written last, has come to the event.
 */
final class RollupFolding<E, R> implements Folding<E> {
    private static final byte[] NOTHING = {};

    private final Rollup<E, R> rollup;
    private final PairCodec<R> pairs;
    private final ContributionCodec<R> contributions;
    private final RollupStore<R> store;
    private final Guard guard;

    RollupFolding(Rollup<E, R> rollup, RowCodec<R> codec, RollupStore<R> store) {
        this.rollup = rollup;
        this.pairs = new PairCodec<>(codec);
        this.contributions = new ContributionCodec<>(pairs);
        this.store = store;
        this.guard = new Guard(rollup.name());
    }

    @Override
    public Optional<Changes> finish(LoggedEvent event, Turn turn) {
        return Optional.ofNullable(store.contribution(event.headers().subject()))
                .filter(contribution ->
                        contribution.position() == event.headers().position())
                .map(contribution -> changes(event, contribution, turn));
    }

    @Override
    public Changes fold(LoggedEvent event, E payload, Turn turn) {
        var headers = event.headers();
        var last = store.contribution(headers.subject());
        if (last != null && last.position() >= headers.position()) {
            return last.position() == headers.position() ? changes(event, last, turn) : new Changes();
        }
        @Nullable R before = last == null ? null : last.after();
        @Nullable R after = guard.call("fold", () -> rollup.fold().apply(before, payload, headers.metadata()));
        return Objects.equals(before, after)
                ? new Changes()
                : changes(event, new Contribution<>(headers.position(), before, after), turn);
    }

    private Changes changes(LoggedEvent event, Contribution<R> contribution, Turn turn) {
        var changes = new Changes();
        changes.put(
                RollupKeys.aggregate(event.headers().subject()),
                guard.call("row", () -> contributions.encode(contribution)));
        if (turn.late()) {
            addLate(contribution, turn, changes);
        } else {
            addPast(contribution, turn, changes);
        }
        changes.countEntries((contribution.after() == null ? 0 : 1) - (contribution.before() == null ? 0 : 1));
        return changes;
    }

    private void addPast(Contribution<R> contribution, Turn turn, Changes changes) {
        var sums = new LinkedHashMap<String, Sums<R>>();
        var last = new AsOf(turn.time(), contribution.position() - 1);
        var before = contribution.before();
        if (before != null) {
            change(sums, before, last, group -> group.left(before, rollup));
        }
        var after = contribution.after();
        if (after != null) {
            change(sums, after, last, group -> group.came(after, rollup));
        }
        sums.forEach((group, sum) -> {
            nameGroup(group, changes);
            changes.put(
                    RollupKeys.past(group, turn.time(), contribution.position()),
                    guard.call("row", () -> pairs.encode(sum.in(), sum.out())));
        });
    }

    private void change(Map<String, Sums<R>> sums, R contribution, AsOf last, UnaryOperator<Sums<R>> operator) {
        var group = key(contribution);
        var before = sums.containsKey(group) ? Objects.requireNonNull(sums.get(group)) : store.sums(group, last);
        sums.put(group, guard.call("sum", () -> operator.apply(before)));
    }

    private void addLate(Contribution<R> contribution, Turn turn, Changes changes) {
        var after = contribution.after();
        if (after != null) {
            nameGroup(key(after), changes);
        }
        changes.put(
                RollupKeys.late(turn.time(), contribution.position()),
                guard.call("row", () -> pairs.encode(contribution.before(), after)));
    }

    private void nameGroup(String group, Changes changes) {
        if (!store.hasGroup(group)) {
            changes.put(RollupKeys.group(group), NOTHING);
        }
    }

    private String key(R contribution) {
        return guard.call("key", () -> Objects.requireNonNull(rollup.key().apply(contribution), "key"));
    }
}
