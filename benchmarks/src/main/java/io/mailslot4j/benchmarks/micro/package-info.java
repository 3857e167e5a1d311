/** What single steps cost, measured by JMH. */
@NullMarked
package io.mailslot4j.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
