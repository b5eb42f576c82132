/** What the brokers are set to, as far as Daybook's promises and times depend on it. */
@NullMarked
package dev.daybook.platform.broker;

import org.jspecify.annotations.NullMarked;
