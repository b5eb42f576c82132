package dev.daybook.benchmarks.freshness;

/**
 * A command to an order, and whether its effect is waited for.
 *
 * @param request the command as an HTTP request
 * @param read the read of the order's row as an HTTP request
 */
@SuppressWarnings("ArrayRecordComponent") // Commands are not compared.
record Watched(byte[] request, byte[] read, boolean watched) {}
