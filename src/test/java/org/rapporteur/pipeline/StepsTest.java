package org.rapporteur.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.MovingClock;
import org.rapporteur.Rapporteur;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.call.Contact;
import org.rapporteur.call.ContactRole;
import org.rapporteur.country.CountryCode;
import org.rapporteur.extraction.Texts;
import org.rapporteur.intake.Answer;
import org.rapporteur.intake.Attaching;
import org.rapporteur.intake.HeldDesk;
import org.rapporteur.intake.Intake;
import org.rapporteur.intake.Treatment;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.DeliveryOutcome;
import org.rapporteur.submission.DocumentRole;
import org.rapporteur.submission.Part;
import org.rapporteur.submission.PartStanding;
import org.rapporteur.submission.Placement;
import org.rapporteur.submission.PlacementKind;
import org.rapporteur.submission.Revision;
import org.rapporteur.submission.Stage;
import org.rapporteur.submission.StandIn;
import org.rapporteur.submission.Submissions;
import org.rapporteur.submission.WorkItem;
import org.rapporteur.submission.WorkItems;
import org.rapporteur.submission.WorkKind;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The steps of the work in the whole house, one at a time, with no route that runs them. */
class StepsTest {

    private static final CountryCode KOREA = new CountryCode("KOR");
    private static final CountryCode NORWAY = new CountryCode("NOR");
    private static final CountryCode DENMARK = new CountryCode("DNK");
    private static final CountryCode SWEDEN = new CountryCode("SWE");
    private static final CountryCode ICELAND = new CountryCode("ISL");
    private static final CountryCode GERMANY = new CountryCode("DEU");
    private static final CountryCode POLAND = new CountryCode("POL");
    private static final CountryCode MEXICO = new CountryCode("MEX");
    private static final CountryCode FINLAND = new CountryCode("FIN");

    @TempDir
    static Path data;

    private static ConfigurableApplicationContext house;

    @BeforeAll
    static void open() throws IOException {
        for (String folder : List.of("db", "index", "inbox", "originals", "log")) {
            Files.createDirectories(data.resolve(folder));
        }
        house = new SpringApplicationBuilder(Rapporteur.class).web(WebApplicationType.NONE).run("--rapporteur.data=" + data,
                "--rapporteur.routes=" + Path.of("routes").toAbsolutePath(), "--rapporteur.doors=false", "--rapporteur.stages=false",
                "--camel.main.auto-startup=false");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void aHeldPaperIsAcceptedUnderTheSameDeliveryOnceItsCountryIsNamed() throws IOException {
        Delivery held = takeIn("paper.txt", "fund", null);
        drain();
        assertThat(get(held).outcome()).isEqualTo(DeliveryOutcome.HELD);

        takeIn("paper.txt", "fund", KOREA);
        drain();

        assertThat(get(held).outcome()).isEqualTo(DeliveryOutcome.ACCEPTED);
        assertThat(get(held).decision().reason()).isEqualTo("MCH-2004-KOR-001 revision 1");
    }

    @Test
    void ofTwoPeopleWhoClickAtTheSameMomentOneDecides() throws Exception {
        List<CountryCode> countries = List.of(new CountryCode("AUS"), new CountryCode("AUT"));
        for (int round = 0; round < 10; round++) {
            Delivery held = takeIn("unknown %d.txt".formatted(round), "unknown " + round, null);
            drain();
            CyclicBarrier together = new CyclicBarrier(countries.size());
            try (ExecutorService people = Executors.newFixedThreadPool(countries.size())) {
                List<Future<Answer>> answers = people.invokeAll(countries.stream().<Callable<Answer>>map(country -> () -> {
                    together.await();
                    return bean(HeldDesk.class).accept(bean(Calls.class).current(), held.id(), country, null, new Actor("ruth"));
                }).toList());

                assertThat(List.of(answers.get(0).get(), answers.get(1).get())).filteredOn(Answer.Done.class::isInstance).hasSize(1);
            }
            drain();
        }
    }

    @Test
    void anAcceptedPaperThatIsReadAgainStaysWhatItIs() throws IOException {
        Delivery paper = takeIn("norway.txt", "school", NORWAY);
        drain();
        bean(Deliveries.class).decide(paper.id(), Delivery.Decided.held("failed-step", "A step did not work out."));

        readAgain(paper);
        drain();

        assertThat(get(paper).outcome()).isEqualTo(DeliveryOutcome.ACCEPTED);
        assertThat(revisions(NORWAY)).hasSize(1);
        assertThat(bean(Deliveries.class).parts(paper.id())).hasSize(1);
    }

    @Test
    void ofTwoPapersDecidedAtTheSameTimeTheSecondIsDecidedAnew() throws IOException {
        takeIn("one.txt", "tax", DENMARK);
        takeIn("two.txt", "law", DENMARK);
        runAll(Stage.RECEIVED);
        WorkItem first = claim(Stage.EXTRACTED);
        // as after a lease that ran out: both were decided before either was written
        StageOutcome one = bean(SplitStep.class).run(first);
        StageOutcome two = bean(SplitStep.class).run(new WorkItem(0, first.call(), first.kind(), first.subject() + 1, first.stage(), 0, "b", 1));

        one.writes().run();

        assertThatThrownBy(() -> two.writes().run()).isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(revisions(DENMARK)).hasSize(1);
    }

    @Test
    void aMailOfSomebodyWhoWritesForTwoCountriesGoesToTheOneWhoseNumberItNames() throws IOException {
        Delivery first = takeIn("iceland.txt", "genes", ICELAND);
        drain();
        long call = bean(Calls.class).current().id();
        bean(Calls.class).addContact(call, new Contact(ICELAND, "desk@nordic.example", ContactRole.DELEGATE, Locale.ENGLISH), Actor.MACHINE);
        bean(Calls.class).addContact(call, new Contact(NORWAY, "desk@nordic.example", ContactRole.DELEGATE, Locale.ENGLISH), Actor.MACHINE);
        Path mail = Files.writeString(data.resolve("iceland.eml"), "From: desk@nordic.example\r\nSubject: Re: mch-2004-isl-001\r\n\r\n"
                + Texts.about("genes") + " and " + Texts.about("more"));

        Delivery revised = bean(Intake.class).file(bean(Calls.class).current(), mail, "iceland.eml", Optional.empty());
        drain();

        assertThat(get(first).decision().reason()).isEqualTo("MCH-2004-ISL-001 revision 1");
        assertThat(get(revised).decision().reason()).isEqualTo("MCH-2004-ISL-001 revision 2");
    }

    @Test
    void oneFaultyItemOfABatchDoesNotKeepTheOthers() throws IOException {
        Delivery paper = takeIn("sweden.txt", "water", SWEDEN);
        runAll(Stage.RECEIVED);
        long nobody = 999_999;
        bean(WorkItems.class).add(paper.call(), nobody, Stage.EXTRACTED, null);

        int standing = bean(WorkItems.class).standing().get(Stage.EXTRACTED);
        bean(Stages.class).claimBatches(Stage.EXTRACTED).forEachRemaining(bean(Stages.class)::runBatch);

        assertThat(get(paper).outcome()).isEqualTo(DeliveryOutcome.ACCEPTED);
        assertThat(bean(WorkItems.class).standing()).containsEntry(Stage.EXTRACTED, standing - 1);
        // or it fails in the test that runs next
        bean(JdbcClient.class).sql("DELETE FROM work WHERE subject_id = :nobody").param("nobody", nobody).update();
        runAll(Stage.SPLIT);
    }

    @Test
    void papersGatherForASecondWhileOthersAreOnTheirWay() throws IOException {
        MovingClock clock = new MovingClock();
        Gathering gathering = new Gathering(bean(WorkItems.class), bean(Owner.class), clock);
        Delivery first = takeIn("finland.txt", "forest", FINLAND);
        bean(WorkItems.class).add(first.call(), 111, Stage.SPLIT, null);
        assertThat(gathering.claim(Stage.SPLIT, 5).orElseThrow()).hasSize(1);
        bean(WorkItems.class).add(first.call(), 112, Stage.SPLIT, null);

        assertThat(gathering.claim(Stage.SPLIT, 5)).isEmpty();
        clock.move(Duration.ofSeconds(2));
        assertThat(gathering.claim(Stage.SPLIT, 5).orElseThrow()).hasSize(1);

        runAll(Stage.RECEIVED);
        runAll(Stage.EXTRACTED);
    }

    @Test
    void whatAPersonLeftOutStaysOutHoweverOftenItIsRead() throws IOException {
        Path mail = Files.writeString(data.resolve("broken.eml"), "From: country.paper@dnk.example\r\nSubject: Paper\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Disposition: attachment; filename=paper.txt\r\n\r\n"
                + Texts.about("broken") + "\r\n--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=annex.pdf\r\n\r\n"
                + "%PDF-1.4 broken\r\n--b--\r\n");
        Delivery paper = bean(Intake.class).file(bean(Calls.class).current(), mail, "broken.eml", Optional.of(GERMANY));
        drain();
        assertThat(get(paper).outcome()).isEqualTo(DeliveryOutcome.HELD);
        Part annex = bean(Deliveries.class).parts(paper.id()).getLast();
        Actor ruth = new Actor("ruth");

        assertThat(bean(Treatment.class).leaveOut(bean(Calls.class).current(), paper.id(), annex.id(), ruth)).isInstanceOf(Answer.Done.class);
        assertThat(bean(Treatment.class).leaveOut(bean(Calls.class).current(), paper.id(), annex.id(), ruth)).isInstanceOf(Answer.Unchanged.class);
        drain();
        readAgain(paper);
        drain();

        assertThat(get(paper).outcome()).isEqualTo(DeliveryOutcome.ACCEPTED);
        assertThat(bean(Deliveries.class).parts(paper.id()).getLast().standing()).isEqualTo(PartStanding.LEFT_OUT);
        assertThat(revisions(GERMANY)).singleElement().satisfies(revision -> assertThat(revision.documents()).hasSize(1));
    }

    @Test
    void whatStandsInThePlaceOfAPartIsReadHoweverOftenItIsRead() throws IOException {
        Path mail = Files.writeString(data.resolve("scan.eml"), "From: country.paper@pol.example\r\nSubject: Paper\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Disposition: attachment; filename=scan.pdf\r\n\r\n"
                + "%PDF-1.4 broken\r\n--b--\r\n");
        Delivery paper = bean(Intake.class).file(bean(Calls.class).current(), mail, "scan.eml", Optional.of(POLAND));
        drain();
        Part scan = bean(Deliveries.class).parts(paper.id()).getLast();
        byte[] words = Texts.about("typed").getBytes(StandardCharsets.UTF_8);
        Call call = bean(Calls.class).current();
        Actor ruth = new Actor("ruth");

        assertThat(bean(Attaching.class).attach(call, paper.id(), scan.id(), StandIn.Kind.TRANSCRIPTION, "../typed.txt", out -> out.write(words), ruth))
                .isEqualTo(new Answer.Done("typed.txt is read in the place of scan.pdf."));
        drain();
        readAgain(paper);
        drain();

        assertThat(get(paper).outcome()).isEqualTo(DeliveryOutcome.ACCEPTED);
        assertThat(bean(Deliveries.class).parts(paper.id())).extracting(Part::name, Part::standing)
                .contains(tuple("scan.pdf", PartStanding.LEFT_OUT), tuple("typed.txt", PartStanding.DOCUMENT));
        Part typed = bean(Deliveries.class).parts(paper.id()).getLast();
        assertThat(typed.parent()).isEqualTo(scan.id());
        assertThat(revisions(POLAND)).singleElement().satisfies(revision -> assertThat(revision.documents())
                .containsExactly(new Revision.Document(typed.id(), DocumentRole.MAIN)));
    }

    @Test
    void anotherPaperOfACountryGetsANumberOfItsOwn() throws IOException {
        takeIn("mexico.txt", "silver", MEXICO);
        Delivery other = takeIn("mexico-two.txt", "maize", MEXICO);
        drain();
        assertThat(get(other).decision().rule()).isEqualTo("which-of-two");

        bean(Treatment.class).treatAs(bean(Calls.class).current(), other.id(), new Placement(PlacementKind.ANOTHER_PAPER, null), new Actor("ruth"));
        drain();

        assertThat(get(other).decision().reason()).isEqualTo("MCH-2004-MEX-002 revision 1");
        assertThat(bean(Submissions.class).papers(other.call(), MEXICO)).hasSize(2);
    }

    private Delivery takeIn(String place, String topic, CountryCode country) throws IOException {
        Path file = Files.writeString(data.resolve(place), Texts.about(topic));
        return bean(Intake.class).file(bean(Calls.class).current(), file, place, Optional.ofNullable(country));
    }

    private void drain() {
        runAll(Stage.RECEIVED);
        runAll(Stage.EXTRACTED);
        runAll(Stage.SPLIT);
    }

    private void runAll(Stage stage) {
        bean(Stages.class).claim(stage).forEachRemaining(bean(Stages.class)::run);
    }

    private void readAgain(Delivery delivery) {
        WorkItems work = bean(WorkItems.class);
        Stream.generate(() -> claim(Stage.CODED)).filter(item -> item.subject() == delivery.id()).findFirst().ifPresent(work::hold);
        work.release(WorkKind.DELIVERY, delivery.id(), Stage.RECEIVED);
    }

    private WorkItem claim(Stage stage) {
        return bean(WorkItems.class).claim(stage, "a", Duration.ofMinutes(1), 1).getFirst();
    }

    private Delivery get(Delivery delivery) {
        return bean(Deliveries.class).get(delivery.id());
    }

    private List<Revision> revisions(CountryCode country) {
        return bean(Submissions.class).revisions(bean(Calls.class).current().id()).stream()
                .filter(revision -> revision.submission().countries().contains(country)).toList();
    }

    private <T> T bean(Class<T> type) {
        return house.getBean(type);
    }
}
