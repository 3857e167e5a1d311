/** Starts the programs to measure, in turn and several times, and writes down how they compare. */
@NullMarked
package io.mailslot4j.benchmarks.run;

import org.jspecify.annotations.NullMarked;
