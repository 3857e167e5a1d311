/** What whole programs cost, each beside a C reference and bare Netty loops. */
@NullMarked
package io.mailslot4j.benchmarks.load;

import org.jspecify.annotations.NullMarked;
