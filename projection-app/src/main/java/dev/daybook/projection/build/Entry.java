package dev.daybook.projection.build;

/**
 * What a ledger shows under a key, so that it can be laid beside another.
 *
 * @param key the key
 * @param json the row as queries are answered with it
 */
record Entry(String key, String json) {}
