/** What breaks the fleet, and when. */
@NullMarked
package dev.daybook.chaos.nemesis;

import org.jspecify.annotations.NullMarked;
