package dev.kapu;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The plan of the house: what a package may use stands in its {@code package-info.java}; the rest stands here. */
@AnalyzeClasses(packages = "dev.kapu", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final int LONGEST_FILE = 300;

    @Test
    void packages_use_only_what_they_are_allowed_to() {
        ApplicationModules.of(Kapu.class).verify();
    }

    @Test
    void no_source_file_is_longer_than_300_lines() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            List<Path> tooLong = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> lines(file) > LONGEST_FILE)
                    .toList();

            assertThat(tooLong).isEmpty();
        }
    }

    @ArchTest
    static final ArchRule only_soap_knows_cxf = noClasses()
            .that(resideOutside("soap", "external"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.cxf..")
            .because("soap is for those who call the hub, external for those whom it calls");

    @ArchTest
    static final ArchRule only_messaging_knows_jms = noClasses()
            .that(resideOutside("messaging", "soap", "demo"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.jms..", "org.apache.artemis..", "org.springframework.jms..")
            .because("soap may name the transport of a request queue, and the simulated partners are outsiders");

    @ArchTest
    static final ArchRule only_the_gate_speaks_camel = noClasses()
            .that(resideOutside("gate", "systems", "messaging", "console"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel..")
            .because("a route names steps, and steps are plain beans; the console counts");

    @ArchTest
    static final ArchRule sql_sits_in_stores = noClasses()
            .that(resideOutside("start"))
            .and()
            .haveNameNotMatching(".*(Store|Configuration)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.jdbc..", "java.sql..");

    @ArchTest
    static final ArchRule features_of_the_registry_stand_on_each_other_without_circles =
            slices().matching("dev.kapu.registry.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule what_all_features_of_the_registry_share_knows_none_of_them = noClasses()
            .that()
            .resideInAPackage("dev.kapu.registry")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.kapu.registry.(*)..");

    @ArchTest
    static final ArchRule every_package_is_null_marked =
            classes().that(resideOutside("contract", "external.personnel")).should(be(inNullMarkedPackage()));

    @ArchTest
    static final ArchRule logs_go_through_slf4j = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule nothing_is_printed = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule constructors_inject = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule the_day_is_not_that_of_the_machine = noClasses()
            .should()
            .callMethod(ZoneId.class, "systemDefault")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .because("kapu.access.zone says whose calendar counts, wherever the server stands");

    private static DescribedPredicate<JavaClass> resideOutside(String... packages) {
        String[] patterns =
                Stream.of(packages).map(name -> "dev.kapu." + name + "..").toArray(String[]::new);
        return DescribedPredicate.not(resideInAnyPackage(patterns));
    }

    private static DescribedPredicate<JavaClass> inNullMarkedPackage() {
        return describe("in a @NullMarked package", type -> type.getPackage().isAnnotatedWith(NullMarked.class));
    }

    private static int lines(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
