package dev.daybook.testkit.determinism;

import dev.daybook.core.Metadata;

/**
 * A command as it stands in the log.
 *
 * @param metadata what was recorded with it; the version follows when it is decided
 */
record Sent<C>(C command, Metadata metadata) {}
