/** Topics as code: what the topic file says, against what a cluster has. */
@NullMarked
package dev.daybook.cli.topics;

import org.jspecify.annotations.NullMarked;
