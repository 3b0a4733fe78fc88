package org.pergola.it;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of who may lean on whom, over the compiled classes of every module. */
class ArchitectureTest {

    private static final Path ROOT = Path.of(System.getProperty("pergola.root"));

    private static JavaClasses ours;

    @BeforeAll
    static void read() {
        ours = new ClassFileImporter().importPaths(folders());
    }

    private static List<Path> folders() {
        try (Stream<Path> all = Stream.concat(Files.walk(ROOT.resolve("platform"), 3),
                Files.walk(ROOT.resolve("plugins"), 4))) {
            return all.filter(path -> path.endsWith(Path.of("target", "classes")))
                    .filter(path -> !path.toString().contains("/testing/")).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    void there_is_something_to_check() {
        if (ours.size() < 200) {
            throw new AssertionError("only " + ours.size() + " classes were found below " + ROOT);
        }
    }

    @Test
    void the_platform_leans_on_no_plugin() {
        noClasses().that(platform()).should().dependOnClassesThat(plugin()).check(ours);
    }

    @Test
    void the_api_is_free_of_vaadin() {
        noClasses().that().resideInAnyPackage("org.pergola.api..", "org.pergola.learning.api..").should()
                .dependOnClassesThat().resideInAPackage("com.vaadin..").check(ours);
    }

    @Test
    void plugins_lean_on_the_api_the_pages_and_each_others_apis_only() {
        for (String id : List.of("learning", "courses", "page", "scorm")) {
            noClasses().that().resideInAPackage("org.pergola." + id + "..").should()
                    .dependOnClassesThat(platformInside().or(insideOfAnother(id))).check(ours);
        }
    }

    @Test
    void plugins_keep_out_of_what_is_between_the_platforms_own_bundles() {
        noClasses().that(plugin()).should().dependOnClassesThat().resideInAPackage("org.pergola.api.host..").check(ours);
    }

    @Test
    void everybody_asks_the_clock_what_time_it_is() {
        noClasses().that().resideInAPackage("org.pergola..")
                .and().doNotHaveFullyQualifiedName("org.pergola.api.data.Ids")
                .and().resideOutsideOfPackage("org.pergola.kernel.time..").should()
                .callMethod(java.time.Instant.class, "now")
                .orShould().callMethod(java.time.LocalDate.class, "now")
                .orShould().callMethod(java.time.LocalDateTime.class, "now")
                .orShould().callMethod(java.time.ZonedDateTime.class, "now")
                .orShould().callMethod(System.class, "currentTimeMillis").check(ours);
    }

    @Test
    void plugins_bring_no_frontend_build() {
        noClasses().that(plugin()).should().beAnnotatedWith("com.vaadin.flow.component.dependency.JsModule")
                .orShould().beAnnotatedWith("com.vaadin.flow.component.dependency.NpmPackage")
                .orShould().beAnnotatedWith("com.vaadin.flow.component.dependency.CssImport").check(ours);
    }

    private static final List<String> PLATFORM = List.of("api", "ui", "kernel", "persistence", "web", "vaadin", "shell");

    private static String module(JavaClass type) {
        String[] names = type.getPackageName().split("\\.");
        return names.length > 2 && names[0].equals("org") && names[1].equals("pergola") ? names[2] : "";
    }

    private static DescribedPredicate<JavaClass> platform() {
        return DescribedPredicate.describe("of the platform", type -> PLATFORM.contains(module(type)));
    }

    private static DescribedPredicate<JavaClass> platformInside() {
        return DescribedPredicate.describe("inside the platform", type -> PLATFORM.contains(module(type))
                && !List.of("api", "ui").contains(module(type)));
    }

    private static DescribedPredicate<JavaClass> plugin() {
        return DescribedPredicate.describe("of a plugin",
                type -> !module(type).isEmpty() && !PLATFORM.contains(module(type)));
    }

    private static DescribedPredicate<JavaClass> insideOfAnother(String id) {
        return DescribedPredicate.describe("inside of another plugin", type -> !module(type).isEmpty()
                && !PLATFORM.contains(module(type)) && !module(type).equals(id)
                && !type.getPackageName().startsWith("org.pergola." + module(type) + ".api"));
    }
}
