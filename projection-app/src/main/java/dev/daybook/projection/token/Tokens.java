package dev.daybook.projection.token;

import static java.util.function.Predicate.not;

import dev.daybook.platform.message.Token;
import dev.daybook.projection.ledger.Shard;
import dev.daybook.projection.ledger.ShardAwayException;
import dev.daybook.projection.ledger.Shards;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The tokens that a request brings: what it reads must have come as far as each of them. A token of another type of
 * aggregate than the one that is read says nothing about it.
 *
 * @param tokens the tokens
 */
public record Tokens(List<Token> tokens) {

    public Tokens {
        tokens = List.copyOf(tokens);
    }

    /**
     * Reads the values of all {@code Daybook-Token} headers of a request; one header may hold several, with commas between.
     *
     * @throws dev.daybook.platform.message.MalformedTokenException if one is none
     */
    public static Tokens parse(List<String> headers) {
        return new Tokens(headers.stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .filter(not(String::isEmpty))
                .map(Token::parse)
                .toList());
    }

    /**
     * The same tokens, each of which is of one of these types of aggregate.
     *
     * @throws UnknownAggregateException if one is of another
     */
    public Tokens requireOf(Collection<String> aggregates) {
        for (var token : tokens) {
            if (!aggregates.contains(token.aggregate())) {
                throw new UnknownAggregateException(token, aggregates);
            }
        }
        return this;
    }

    /** The one that asks most of a partition of a type of aggregate; empty if none asks anything of it. */
    public Optional<Token> of(String aggregate, int partition) {
        return tokens.stream()
                .filter(token -> token.aggregate().equals(aggregate) && token.partition() == partition)
                .max(Comparator.comparingLong(Token::position));
    }

    /**
     * Waits until a shard of a type of aggregate has come as far as the tokens of its partition.
     *
     * @throws BehindException if it has not in time
     * @throws ShardAwayException if it is not even here in time
     * @throws UnknownPartitionException if a token names a partition that is not among the shards
     */
    public void await(String aggregate, Shards<?> shards, int partition, Duration atMost) throws InterruptedException {
        requirePartitions(aggregate, shards);
        var awaited = of(aggregate, partition);
        if (awaited.isPresent()) {
            await(awaited.get(), shards, atMost);
        }
    }

    /**
     * Sees to it that the tokens of a type of aggregate name partitions that there are.
     *
     * @throws UnknownPartitionException if one names a partition that is not among the shards
     */
    public void requirePartitions(String aggregate, Shards<?> shards) {
        for (var token : tokens) {
            if (token.aggregate().equals(aggregate)) {
                requirePartition(token, shards);
            }
        }
    }

    private static void await(Token token, Shards<?> shards, Duration atMost) throws InterruptedException {
        Shard<?> shard = shards.of(token.partition());
        if (!shard.await(token.position(), atMost)) {
            var progress = shard.progress().orElseThrow(shard::away);
            throw new BehindException(shards.name(), token, progress.position());
        }
    }

    private static void requirePartition(Token token, Shards<?> shards) {
        var partitions = shards.all().size();
        if (token.partition() >= partitions) {
            throw new UnknownPartitionException(token, partitions);
        }
    }
}
