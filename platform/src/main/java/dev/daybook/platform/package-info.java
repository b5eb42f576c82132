/** What the apps share between Kafka and a bounded context. */
@NullMarked
package dev.daybook.platform;

import org.jspecify.annotations.NullMarked;
