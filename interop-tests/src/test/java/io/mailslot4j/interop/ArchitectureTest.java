package io.mailslot4j.interop;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotBuilder;
import io.mailslot4j.MailslotNetwork;
import io.mailslot4j.MailslotNetworkBuilder;
import java.time.Instant;
import java.time.InstantSource;

/** Which rooms of the house have doors to which. */
@AnalyzeClasses(packages = "io.mailslot4j", importOptions = ArchitectureTest.NotTheseTests.class)
class ArchitectureTest {
    private static final String PROTOCOL = "io.mailslot4j.protocol..";
    private static final String DELIVERY = "io.mailslot4j.delivery..";
    private static final String LOCAL = "io.mailslot4j.local..";
    private static final String NET = "io.mailslot4j.net..";
    private static final String NAMES = "io.mailslot4j.nameservice..";
    private static final String HOST = "io.mailslot4j.host..";
    private static final String CODECS = "io.mailslot4j.netty..";
    private static final String PCAPS = "io.mailslot4j.pcaps..";
    private static final String LOGGING = "io.mailslot4j.logging..";
    private static final String LOGBACK = "io.mailslot4j.logging.logback..";
    private static final String LOG4J = "io.mailslot4j.logging.log4j..";
    private static final String TEST_KIT = "io.mailslot4j.testkit..";
    private static final String CLI = "io.mailslot4j.cli..";
    private static final String NETTY = "io.netty..";

    static final class NotTheseTests implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/io/mailslot4j/interop/");
        }
    }

    private record PackagesOf(String rooms) implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return resideInAPackage(rooms).test(type)
                    ? SliceIdentifier.of(type.getPackageName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages of " + rooms;
        }
    }

    @ArchTest
    static final ArchRule protocolKnowsTheJdkOnly = classes()
            .that()
            .resideInAPackage(PROTOCOL)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(PROTOCOL, "java..", "org.jspecify.annotations"));

    @ArchTest
    static final ArchRule protocolKnowsNoSocketsThreadsOrClocks = noClasses()
            .that()
            .resideInAPackage(PROTOCOL)
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.net..", "java.nio.channels..", "java.util.concurrent..")
                    .or(assignableTo(Thread.class))
                    .or(assignableTo(InstantSource.class)))
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule noCyclesInTheProtocol =
            slices().assignedFrom(new PackagesOf(PROTOCOL)).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule whatIsInsideKnowsNothingOfMailslots = noClasses()
            .that()
            .resideInAnyPackage(DELIVERY, LOCAL, NET, NAMES, HOST, CODECS)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Mailslot.class, MailslotBuilder.class, MailslotNetwork.class, MailslotNetworkBuilder.class);

    @ArchTest
    static final ArchRule deliveryKnowsNoSockets = noClasses()
            .that()
            .resideInAPackage(DELIVERY)
            .should()
            .dependOnClassesThat(resideInAnyPackage(NETTY, LOCAL, NET, NAMES, CODECS));

    @ArchTest
    static final ArchRule otherProcessesAreMetWithoutNetty = noClasses()
            .that()
            .resideInAPackage(LOCAL)
            .should()
            .dependOnClassesThat(resideInAnyPackage(NETTY, NET, NAMES, HOST, CODECS));

    /** So names can be found, and the host asked for its defaults, without mailslots. */
    @ArchTest
    static final ArchRule namesAndHostKnowNoDatagrams = noClasses()
            .that()
            .resideInAnyPackage(NAMES, HOST)
            .should()
            .dependOnClassesThat(resideInAnyPackage(NET, DELIVERY));

    @ArchTest
    static final ArchRule hostKnowsNoNames =
            noClasses().that().resideInAPackage(HOST).should().dependOnClassesThat(resideInAPackage(NAMES));

    @ArchTest
    static final ArchRule codecsKnowTheProtocolOnly = noClasses()
            .that()
            .resideInAPackage(CODECS)
            .should()
            .dependOnClassesThat(resideInAPackage("io.mailslot4j..").and(not(resideInAnyPackage(PROTOCOL, CODECS))));

    @ArchTest
    static final ArchRule pcapsKnowTheProtocolOnly = classes()
            .that()
            .resideInAPackage(PCAPS)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(PCAPS, PROTOCOL, "java..", "org.jspecify.annotations"));

    /** Its packages know Logback and Log4j, and what programs use of mailslots. */
    @ArchTest
    static final ArchRule loggingKnowsWhatProgramsUse = noClasses()
            .that()
            .resideInAPackage(LOGGING)
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage(DELIVERY, LOCAL, NET, NAMES, HOST, CODECS, PCAPS, NETTY, "org.slf4j.."));

    @ArchTest
    static final ArchRule onlyLogbacksPackageKnowsLogback = noClasses()
            .that()
            .resideOutsideOfPackage(LOGBACK)
            .should()
            .dependOnClassesThat(resideInAnyPackage("ch.qos.logback..", LOGBACK));

    @ArchTest
    static final ArchRule onlyLog4jsPackageKnowsLog4j = noClasses()
            .that()
            .resideOutsideOfPackage(LOG4J)
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.apache.logging.log4j..", LOG4J));

    @ArchTest
    static final ArchRule nobodyKnowsLogging = noClasses()
            .that()
            .resideOutsideOfPackage(LOGGING)
            .should()
            .dependOnClassesThat(resideInAnyPackage(LOGGING, "java.util.logging.."));

    @ArchTest
    static final ArchRule onlyTestsKnowTheTestKitAndItsLibraries = noClasses()
            .that()
            .resideOutsideOfPackage(TEST_KIT)
            .should()
            .dependOnClassesThat(resideInAnyPackage(TEST_KIT, "org.junit..", "org.assertj.."));

    @ArchTest
    static final ArchRule onlyTheCommandPrints =
            noClasses().that().resideOutsideOfPackage(CLI).should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule noCyclesInTheCommand =
            slices().assignedFrom(new PackagesOf(CLI)).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule commandsDoNotKnowEachOther = slices().matching(
                    "io.mailslot4j.cli.(messages|names|doctor|decode|report|replay|demo)")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule nobodyKnowsTheCommand =
            noClasses().that().resideOutsideOfPackage(CLI).should().dependOnClassesThat(resideInAPackage(CLI));
}
