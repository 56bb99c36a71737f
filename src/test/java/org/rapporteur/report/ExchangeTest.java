package org.rapporteur.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.Rapporteur;
import org.rapporteur.Waiting;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.coding.CodeId;
import org.rapporteur.coding.CodebookReader;
import org.rapporteur.coding.CodebookReading;
import org.rapporteur.coding.Coded;
import org.rapporteur.coding.DecisionKind;
import org.rapporteur.coding.Decisions;
import org.rapporteur.coding.EffectiveCoding;
import org.rapporteur.coding.NewDecision;
import org.rapporteur.coding.Outcome;
import org.rapporteur.coding.Status;
import org.rapporteur.country.CountryCode;
import org.rapporteur.intake.Intake;
import org.rapporteur.passage.AccessRules;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.Passages;
import org.rapporteur.submission.Access;
import org.rapporteur.submission.Attribution;
import org.rapporteur.submission.SubmissionNumber;
import org.rapporteur.submission.WorkItems;
import org.rapporteur.submission.WorkKind;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What other programs are given, and what is taken from them, in a house with two papers. */
class ExchangeTest {

    private static final String FUND = "The Ministry of Finance pays every agency a matching grant 🌊: for each won that the agency saves by closing a counter, the "
            + "fund adds another won in the year after. Nine of the twelve agencies took part, and the savings were higher than anybody had expected.";
    private static final String STAFF = "=SUM(1) is how the staff of the county offices call the new sheet. They were afraid of losing their posts; the directors then "
            + "worked at the counter for a week each, and listened to what people had to say.";
    private static final String PRÉFET = "Le préfet a signé un contrat d'objectifs avec chaque sous-préfecture : « l'État verse, dit-il, ce qu'elle économise ». Les œuvres "
            + "sociales y ont gagné, et les délais ont baissé de moitié.";

    @TempDir
    static Path data;

    @TempDir
    Path folder;

    private static ConfigurableApplicationContext house;
    private static Call call;

    @BeforeAll
    static void open() throws Exception {
        for (String name : List.of("db", "index", "inbox", "originals", "log")) {
            Files.createDirectories(data.resolve(name));
        }
        house = new SpringApplicationBuilder(Rapporteur.class).web(WebApplicationType.NONE).run("--rapporteur.data=" + data,
                "--rapporteur.routes=" + Path.of("routes").toAbsolutePath(), "--rapporteur.stages=true", "--rapporteur.doors=false");
        call = bean(Calls.class).current();
        takeIn("KOR", "Opening.\r\n\r\n" + FUND + "\r\n\r\n" + STAFF);
        takeIn("FRA", PRÉFET);
        Waiting.until(() -> bean(WorkItems.class).unfinished(WorkKind.DELIVERY) == 0);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void forget() {
        bean(JdbcClient.class).sql("DELETE FROM decision").update();
    }

    @Test
    void outAndInGivesTheSameCodingsAndByteForByteTheSameTexts() throws Exception {
        decideAll();
        Path first = export("first.qdpx", ExportFile.Form.QDPX);
        List<EffectiveCoding> before = effective();
        forget();
        assertThat(effective()).isNotEqualTo(before);

        ImportFile.Taken trial = bean(ImportFile.class).project(call, first, true);
        assertThat(trial).isEqualTo(new ImportFile.Taken(4, 0, trial.machine(), List.of()));
        assertThat(effective()).as("a trial run takes nothing").noneMatch(EffectiveCoding::confirmed);
        assertThat(bean(ImportFile.class).project(call, first, false).taken()).isEqualTo(4);

        assertThat(effective()).isEqualTo(before);
        assertThat(Files.readAllBytes(export("second.qdpx", ExportFile.Form.QDPX))).isEqualTo(Files.readAllBytes(first));
        assertThat(bean(ImportFile.class).project(call, first, false)).as("the same again").satisfies(again -> {
            assertThat(again.taken()).isZero();
            assertThat(again.known()).isEqualTo(4);
        });
    }

    @Test
    void theProjectIsAsTheSchemaWantsItAndPositionsCountCodePoints() throws Exception {
        decideAll();
        Map<String, String> files = unzipped(export("project.qdpx", ExportFile.Form.QDPX));
        String project = files.get("project.qde");

        RefiSchema.validate(project);
        XmlElement root = XmlElement.read("project.qde", project.getBytes(StandardCharsets.UTF_8), "urn:QDA-XML:project:");
        List<String> selected = new ArrayList<>();
        for (XmlElement source : root.below("Sources", "TextSource").toList()) {
            String text = files.get("sources/" + source.attribute("plainTextPath").replace("internal://", ""));
            int[] points = text.codePoints().toArray();
            source.below("PlainTextSelection").forEach(one -> selected.add(new String(points, Integer.parseInt(one.attribute("startPosition")),
                    Integer.parseInt(one.attribute("endPosition")) - Integer.parseInt(one.attribute("startPosition")))));
        }
        assertThat(selected).contains(passage("KOR", "matching").passage().text(), "the agency saves", passage("FRA", "préfet").passage().text());
        assertThat(project).contains("Conditional and matching grants").contains("name=\"anna\"").contains("trial, success");
    }

    @Test
    void whatPeopleHereDecidedOtherwiseStands() throws Exception {
        decideAll();
        Path file = export("theirs.qdpx", ExportFile.Form.QDPX);
        forget();
        CitedPassage fund = passage("KOR", "matching");
        decide(fund, "conditional-grants", DecisionKind.REJECT, Status.IN_PLACE, Outcome.NONE, null, "ruth");

        ImportFile.Taken taken = bean(ImportFile.class).project(call, file, false);

        assertThat(taken.taken()).isEqualTo(3);
        assertThat(taken.left()).singleElement().asString().startsWith("1 codings on which people here decided otherwise");
        assertThat(effective()).filteredOn(coding -> coding.passage() == fund.passage().id()).noneMatch(coding -> coding.code().value().equals("conditional-grants"));
    }

    @Test
    void aTableHasACodingARowWithItsWholePathAndNoFormula() throws Exception {
        decideAll();
        try (CSVParser csv = CSVParser.parse(export("codings.csv", ExportFile.Form.CSV), StandardCharsets.UTF_8, CSVFormat.RFC4180.builder().setHeader().get())) {
            List<CSVRecord> rows = csv.getRecords();
            assertThat(rows).hasSameSizeAs(effective()).anySatisfy(row -> {
                assertThat(row.get("code path")).isEqualTo("Incentives / Central funding / Conditional and matching grants");
                assertThat(row.get("words")).isEqualTo("the agency saves");
                assertThat(row.get("coder")).isEqualTo("anna");
            }).anySatisfy(row -> assertThat(row.get("quote")).startsWith("'=SUM(1)")).noneSatisfy(row -> assertThat(row.get("quote")).startsWith("="));
            assertThat(rows).anySatisfy(row -> assertThat(row.get("quote")).contains("œuvres"));
        }
        try (var book = WorkbookFactory.create(export("codings.xlsx", ExportFile.Form.XLSX).toFile())) {
            assertThat(book.getSheetAt(0).getLastRowNum()).isEqualTo(effective().size());
            assertThat(book.getSheetAt(0).getPaneInformation().isFreezePane()).isTrue();
        }
    }

    @Test
    void whatIsNotForEverybodyIsInNoPublicFile() throws Exception {
        decideAll();
        CitedPassage staff = passage("KOR", "=SUM(1)");
        bean(AccessRules.class).set(staff.passage().id(), Access.RESTRICTED, Attribution.NAMED, "ruth");
        try {
            Path file = folder.resolve("public.qdpx");
            ExportFile.Written written = bean(ExportFile.class).write(call, ExportFile.Form.QDPX, file, true);

            assertThat(unzipped(file).values()).noneMatch(text -> text.contains("=SUM(1)")).anyMatch(text -> text.contains("matching grant"));
            assertThat(written.leftOut()).anyMatch(sentence -> sentence.startsWith("1 passages that are restricted"));
        } finally {
            bean(AccessRules.class).set(staff.passage().id(), Access.PUBLIC, Attribution.NAMED, "ruth");
        }
    }

    @Test
    void aProjectOfAnotherProgramIsReadWithEverythingThatTheSchemaAllows() throws Exception {
        Path file = Refi.project(folder.resolve("foreign.qdpx"), FUND, PRÉFET);

        ImportFile.Taken taken = bean(ImportFile.class).project(call, file, false);

        assertThat(effective()).filteredOn(EffectiveCoding::confirmed).extracting(coding -> coding.code().value())
                .containsExactlyInAnyOrder("conditional-grants", "reform-contracts", "central-fund");
        assertThat(taken.taken()).isEqualTo(3);
        assertThat(taken.left()).anyMatch(left -> left.contains("codes that the codebook has not")).anyMatch(left -> left.contains("1 sets"))
                .anyMatch(left -> left.contains("1 cases")).anyMatch(left -> left.contains("1 graphs")).anyMatch(left -> left.contains("1 links"))
                .anyMatch(left -> left.contains("codings on pictures")).anyMatch(left -> left.contains("codings on recordings"))
                .anyMatch(left -> left.contains("places that its text does not have")).anyMatch(left -> left.contains("stand in no paper here"));
    }

    @Test
    void aCodebookComesBackAsOneOfOursWithItsTree() throws Exception {
        Path file = export("book.qdc", ExportFile.Form.QDC);

        ImportFile.Book book = bean(ImportFile.class).codebook(call, file);

        assertThat(book.fresh()).isEmpty();
        assertThat(book.known()).isEqualTo(bean(Coded.class).codebook(call).all().size());
        assertThat(CodebookReader.read(book.yaml())).isInstanceOfSatisfying(CodebookReading.Good.class, good ->
                assertThat(good.codebook().all()).extracting(code -> List.of(code.id(), code.kind(), code.parent(), code.definition(), code.use(), code.not()))
                        .containsExactlyElementsOf(bean(Coded.class).codebook(call).all().stream()
                                .map(code -> List.<Object>of(code.id(), code.kind(), code.parent(), code.definition(), code.use(), code.not())).toList()));
    }

    /** Three decisions of two people, one of them on a stretch, and a rejection. */
    private static void decideAll() {
        decide(passage("KOR", "matching"), "conditional-grants", DecisionKind.ADD, Status.TRIAL, Outcome.SUCCESS,
                extent(passage("KOR", "matching"), "the agency saves"), "anna");
        decide(passage("FRA", "préfet"), "reform-contracts", DecisionKind.ADD, Status.IN_PLACE, Outcome.BOTH, null, "ruth");
        decide(passage("FRA", "préfet"), "leadership", DecisionKind.REJECT, Status.IN_PLACE, Outcome.NONE, null, "anna");
        decide(passage("KOR", "=SUM(1)"), "outsourcing", DecisionKind.ADD, Status.IN_PLACE, Outcome.NONE, null, "ruth");
    }

    private static NewDecision.Extent extent(CitedPassage cited, String words) {
        int start = cited.passage().text().indexOf(words);
        return new NewDecision.Extent(start, start + words.length());
    }

    private static void decide(CitedPassage passage, String code, DecisionKind kind, Status status, Outcome outcome, NewDecision.Extent extent, String coder) {
        bean(Decisions.class).decide(new NewDecision(passage.passage().id(), new CodeId(code), kind, status, outcome, extent, "Why: “" + code + "” & more."),
                new Actor(coder)).orElseThrow();
    }

    private static CitedPassage passage(String country, String words) {
        return bean(Passages.class).ofPaper(new SubmissionNumber("MCH-2004-%s-001".formatted(country))).stream()
                .filter(passage -> passage.passage().text().contains(words)).findFirst().orElseThrow();
    }

    private static List<EffectiveCoding> effective() {
        return bean(Coded.class).effective(call).entrySet().stream().sorted(Map.Entry.comparingByKey()).flatMap(entry -> entry.getValue().stream()).toList();
    }

    private Path export(String name, ExportFile.Form form) {
        return bean(ExportFile.class).write(call, form, folder.resolve(name), false).file();
    }

    private static Map<String, String> unzipped(Path file) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                texts.put(entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    private static void takeIn(String country, String text) throws IOException {
        Path file = Files.writeString(data.resolve(country + ".txt"), text);
        bean(Intake.class).file(call, file, country + "/paper.txt", Optional.of(new CountryCode(country)));
    }

    private static <T> T bean(Class<T> type) {
        return house.getBean(type);
    }
}
