package dev.daybook.gateway.dispatch;

import dev.daybook.gateway.reply.Ack;
import java.time.Duration;

/**
 * What a caller waits for, and how long.
 *
 * @param ack what for
 * @param longestWait how long at most
 */
public record Patience(Ack ack, Duration longestWait) {}
