/** Finds for each reply the request that waits for it. */
@NullMarked
package dev.daybook.gateway.reply;

import org.jspecify.annotations.NullMarked;
