package dev.daybook.projection.token;

import static java.util.function.Predicate.not;

import dev.daybook.platform.message.Token;
import dev.daybook.projection.ledger.Shard;
import dev.daybook.projection.ledger.ShardAwayException;
import dev.daybook.projection.ledger.Shards;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

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
     * Waits until the shards of a type of aggregate have come as far.
     *
     * @throws BehindException if they have not in time
     * @throws ShardAwayException if one of them is not even here in time
     * @throws UnknownPartitionException if a token names a partition that is not among them
     */
    public void await(String aggregate, Shards<?> shards, Duration atMost) throws InterruptedException {
        var end = System.nanoTime() + atMost.toNanos();
        for (var token : tokens) {
            if (token.aggregate().equals(aggregate)) {
                await(token, shards, Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            }
        }
    }

    private static void await(Token token, Shards<?> shards, Duration atMost) throws InterruptedException {
        var partitions = shards.all().size();
        if (token.partition() >= partitions) {
            throw new UnknownPartitionException(token, partitions);
        }
        Shard<?> shard = shards.of(token.partition());
        if (!shard.await(token.position(), atMost)) {
            var progress = shard.progress().orElseThrow(shard::away);
            throw new BehindException(shards.name(), token, progress.position());
        }
    }
}
