package io.mailslot4j.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Runs a parameterized test once for each frame of captures that is on UDP port 137 or 138. What the test takes as its only
 * parameter decides which frames those are: a {@link CaptureFrame} takes all of them; any other type those that hold one, such
 * as a {@code NetBiosDatagram}, {@code DatagramError}, {@code MailslotWrite}, {@code NameServicePacket}, or a payload such as
 * {@code HostAnnouncement}.
 *
 * <pre>{@code
 * @ParameterizedTest
 * @CaptureFile("lab.pcapng")
 * void everyHostHasAName(HostAnnouncement announcement) {
 *     assertThat(announcement.server().toString()).isNotEmpty();
 * }
 * }</pre>
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ArgumentsSource(CaptureFrames.class)
public @interface CaptureFile {
    /**
     * The captures, pcap or pcapng, packed by gzip or not: each a resource beside the test class, a resource from the root of
     * the class path, or a file from the working directory, whichever is found first.
     */
    String[] value();
}
