/** What the apps that serve HTTP share: the server and its limits, problems, preferences, health and metrics. */
@NullMarked
package dev.daybook.http;

import org.jspecify.annotations.NullMarked;
