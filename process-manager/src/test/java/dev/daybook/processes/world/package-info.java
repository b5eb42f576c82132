/** The context {@code orders} with the topologies of both of its apps, in one thread that decides who is next. */
@NullMarked
package dev.daybook.processes.world;

import org.jspecify.annotations.NullMarked;
