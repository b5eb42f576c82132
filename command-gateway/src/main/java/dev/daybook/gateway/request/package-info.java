/** Reads requests: their headers, preferences, ids and bodies, each checked as it is read. */
@NullMarked
package dev.daybook.gateway.request;

import org.jspecify.annotations.NullMarked;
