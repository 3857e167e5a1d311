/** Benchmarks of what the name service keeps to itself. */
@NullMarked
package io.mailslot4j.nameservice;

import org.jspecify.annotations.NullMarked;
