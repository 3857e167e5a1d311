/** What all measurements share. */
@NullMarked
package io.mailslot4j.benchmarks;

import org.jspecify.annotations.NullMarked;
