package io.mailslot4j.interop.lab;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that needs what not every machine has. Where that is missing, the test does not run, and
 * {@code target/not-run.txt} says so; when the environment variable {@code CI} is {@code true}, it fails.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(PeersCondition.class)
public @interface NeedsPeers {
    /** What it needs. */
    Peer[] value();
}
