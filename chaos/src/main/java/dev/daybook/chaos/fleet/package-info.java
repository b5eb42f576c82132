/** The processes that are broken: a broker, a registry, processors and gateways, each in a JVM of its own. */
@NullMarked
package dev.daybook.chaos.fleet;

import org.jspecify.annotations.NullMarked;
