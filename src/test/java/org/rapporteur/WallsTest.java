package org.rapporteur;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The walls of the house: who may use whom, and which package owns which library. */
@AnalyzeClasses(packages = "org.rapporteur", importOptions = DoNotIncludeTests.class)
class WallsTest {

    private static final List<String> LOWEST_FIRST = List.of("country", "account", "call", "submission", "extraction", "passage", "coding",
            "search", "letter", "intake", "contribution", "synthesis", "report");
    private static final List<String> ON_TOP = List.of("pipeline", "desk", "cli");

    @ArchTest
    static final ArchRule packagesUseOnlyThoseBelow = CompositeArchRule.of(IntStream.range(0, LOWEST_FIRST.size()).mapToObj(level ->
            nobodyIn(LOWEST_FIRST.get(level), Stream.concat(LOWEST_FIRST.stream().skip(level + 1), ON_TOP.stream()).toList())).toList());

    @ArchTest
    static final ArchRule thoseOnTopDoNotUseOneAnother = CompositeArchRule.of(ON_TOP.stream().map(top ->
            nobodyIn(top, ON_TOP.stream().filter(other -> !other.equals(top)).toList())).toList());

    @ArchTest
    static final ArchRule noPackageHasSubPackages = classes().should().resideInAnyPackage("org.rapporteur", "org.rapporteur.*");

    @ArchTest
    static final ArchRule tikaAndPdfboxAreOfExtraction = onlyIn(List.of("extraction"), "org.apache.tika..", "org.apache.pdfbox..");

    @ArchTest
    static final ArchRule poiIsOfExtractionAndReport = onlyIn(List.of("extraction", "report"), "org.apache.poi..", "org.apache.xmlbeans..");

    @ArchTest
    static final ArchRule csvIsOfReport = onlyIn(List.of("report"), "org.apache.commons.csv..");

    @ArchTest
    static final ArchRule luceneIsOfSearchAndCoding = onlyIn(List.of("search", "coding"), "org.apache.lucene..");

    @ArchTest
    static final ArchRule comparingIsOfPassage = onlyIn(List.of("passage"), "com.github.difflib..");

    @ArchTest
    static final ArchRule camelAndTrialMailAreOfPipeline = onlyIn(List.of("pipeline"), "org.apache.camel..", "com.icegreen..");

    @ArchTest
    static final ArchRule mailIsOfIntakeLetterAndPipeline = onlyIn(List.of("intake", "letter", "pipeline"), "jakarta.mail..", "org.eclipse.angus..");

    @ArchTest
    static final ArchRule webIsOfDesk = onlyIn(List.of("desk"), "org.springframework.web..", "jakarta.servlet..", "org.thymeleaf..");

    @ArchTest
    static final ArchRule chartsAreOfDesk = onlyIn(List.of("desk"), "org.jfree..");

    @ArchTest
    static final ArchRule picocliIsOfCli = onlyIn(List.of("cli"), "picocli..", "me.tongfei..");

    @ArchTest
    static final ArchRule databasesAreOfStores = noClasses().that().areNotAnnotatedWith("org.springframework.stereotype.Repository")
            .should().dependOnClassesThat(resideInAnyPackage("org.springframework.jdbc.core..", "java.sql.."))
            .because("SQL stands in stores alone");

    private static ArchRule nobodyIn(String capability, List<String> above) {
        return noClasses().that().resideInAPackage("org.rapporteur." + capability).should().dependOnClassesThat()
                .resideInAnyPackage(above.stream().map(name -> "org.rapporteur." + name).toArray(String[]::new)).allowEmptyShould(true)
                .because(capability + " stands below");
    }

    private static ArchRule onlyIn(List<String> owners, String... libraries) {
        return noClasses().that().resideOutsideOfPackages(owners.stream().map(name -> "org.rapporteur." + name).toArray(String[]::new))
                .should().dependOnClassesThat(resideInAnyPackage(libraries)).because("it is owned by " + owners);
    }
}
