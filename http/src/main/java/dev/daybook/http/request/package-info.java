/** What requests say in their headers. */
@NullMarked
package dev.daybook.http.request;

import org.jspecify.annotations.NullMarked;
