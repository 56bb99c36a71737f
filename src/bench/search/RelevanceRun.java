package org.rapporteur.desk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.rapporteur.Rapporteur;
import org.rapporteur.account.Role;
import org.rapporteur.call.Calls;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.Passages;
import org.rapporteur.submission.DocumentRole;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.LinkedMultiValueMap;
import tools.jackson.databind.json.JsonMapper;

/** Run by {@code RelevanceOfSearch}. */
final class RelevanceRun {

    private static final int DEPTH = 10;

    private RelevanceRun() {}

    private record Question(int id, String lang, String question, Map<String, Integer> answers) {}

    public static void main(String[] arguments) throws Exception {
        List<Question> questions = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("src/bench/search/questions.jsonl"))) {
            questions.add(JsonMapper.builder().build().readValue(line, Question.class));
        }
        try (ConfigurableApplicationContext house = new SpringApplicationBuilder(Rapporteur.class).web(WebApplicationType.NONE).run("--rapporteur.data=" + arguments[0],
                "--rapporteur.routes=" + Path.of("routes").toAbsolutePath(), "--camel.main.auto-startup=false")) {
            List<CitedPassage> all = house.getBean(Passages.class).inForce(house.getBean(Calls.class).current().id());
            Map<Long, String> keys = new LinkedHashMap<>();
            all.forEach(cited -> keys.put(cited.passage().id(), key(cited)));
            Function<Question, List<String>> ours = question -> house.getBean(DeskSearch.class).find(SearchForm.of(new LinkedMultiValueMap<>(Map.of("q", List.of(question.question())))),
                    new Visitor("bench", Role.SECRETARIAT)).hits().stream().map(hit -> keys.get(hit.passage())).limit(DEPTH).toList();
            Function<Question, List<String>> bare = bare(all, keys);
            print("all", questions, question -> true, ours, bare);
            for (String language : List.of("en", "fr", "es")) {
                print(language, questions, question -> question.lang().equals(language), ours, bare);
            }
            print("odd", questions, question -> question.id() % 2 == 1, ours, bare);
            print("even", questions, question -> question.id() % 2 == 0, ours, bare);
            if (arguments.length > 1) {
                questions.forEach(question -> System.out.printf("%2d %.2f %.2f %s%n", question.id(), gain(question, ours.apply(question)), gain(question, bare.apply(question)), question.question()));
            }
        }
    }

    private static Function<Question, List<String>> bare(List<CitedPassage> all, Map<Long, String> keys) throws Exception {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new StandardAnalyzer()))) {
            for (CitedPassage cited : all) {
                Document document = new Document();
                document.add(new StringField("key", keys.get(cited.passage().id()), Field.Store.YES));
                document.add(new TextField("text", cited.passage().text(), Field.Store.NO));
                writer.addDocument(document);
            }
        }
        IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(directory));
        QueryBuilder words = new QueryBuilder(new StandardAnalyzer());
        return question -> {
            try {
                List<String> found = new ArrayList<>();
                for (ScoreDoc one : searcher.search(words.createBooleanQuery("text", question.question()), DEPTH).scoreDocs) {
                    found.add(searcher.storedFields().document(one.doc).get("key"));
                }
                return found;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private static void print(String name, List<Question> questions, Predicate<Question> which, Function<Question, List<String>> ours, Function<Question, List<String>> bare) {
        List<Question> some = questions.stream().filter(which).toList();
        System.out.printf("%-5s %2d questions: nDCG@10 %.3f, plain BM25 %.3f%n", name, some.size(), some.stream().mapToDouble(question -> gain(question, ours.apply(question))).average().orElse(0),
                some.stream().mapToDouble(question -> gain(question, bare.apply(question))).average().orElse(0));
    }

    private static double gain(Question question, List<String> found) {
        double gain = 0;
        for (int i = 0; i < found.size(); i++) {
            gain += discounted(question.answers().getOrDefault(found.get(i), 0), i);
        }
        List<Integer> best = question.answers().values().stream().sorted((one, other) -> other - one).limit(DEPTH).toList();
        double ideal = 0;
        for (int i = 0; i < best.size(); i++) {
            ideal += discounted(best.get(i), i);
        }
        return gain / ideal;
    }

    private static double discounted(int grade, int place) {
        return (Math.pow(2, grade) - 1) / (Math.log(place + 2) / Math.log(2));
    }

    private static String key(CitedPassage cited) {
        String version = cited.role() == DocumentRole.ANNEX ? "-annex" : cited.role() == DocumentRole.LANGUAGE_VERSION ? "-" + cited.documentLanguage() : "";
        return cited.countries().getFirst().value() + version + " " + cited.passage().locator().paragraph();
    }
}
