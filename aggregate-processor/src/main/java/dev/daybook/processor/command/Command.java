package dev.daybook.processor.command;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A command that could be read.
 *
 * @param aggregateId the aggregate that it is for
 * @param id its id: the same command sent twice has the same id
 * @param payload the command itself
 * @param fingerprint what tells it from another command that was given the same id
 * @param expectedVersion the version that the aggregate must be at; 0: it must not exist yet; null: any
 * @param time when it was appended to the log
 * @param correlationId what all messages of one business conversation share
 * @param principal on whose behalf it was sent, if known
 */
public record Command<C>(
        String aggregateId,
        String id,
        C payload,
        Fingerprint fingerprint,
        @Nullable Long expectedVersion,
        Instant time,
        String correlationId,
        @Nullable String principal) {}
