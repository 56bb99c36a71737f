import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.sax.BodyContentHandler;

/** The baseline: Tika parses every file, Lucene adds its text, one commit at the end; no store, no process, no passages. */
class BareLoop {

    /** Arguments: folder of papers, folder of the index, parsing threads. Prints the seconds from the first file to the commit. */
    public static void main(String[] arguments) throws Exception {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(arguments[0]))) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(Integer.parseInt(arguments[2]));
                IndexWriter index = new IndexWriter(FSDirectory.open(Path.of(arguments[1])), new IndexWriterConfig(new StandardAnalyzer()))) {
            AutoDetectParser parser = new AutoDetectParser();
            List<Future<?>> running = new ArrayList<>();
            for (Path file : files) {
                running.add(threads.submit(() -> {
                    BodyContentHandler text = new BodyContentHandler(-1);
                    try (InputStream in = Files.newInputStream(file)) {
                        parser.parse(in, text, new Metadata());
                    }
                    Document document = new Document();
                    document.add(new TextField("text", text.toString(), Field.Store.YES));
                    return index.addDocument(document);
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
            index.commit();
        }
        System.out.printf(Locale.ROOT, "{\"documents\":%d,\"seconds\":%.3f}%n", files.size(), (System.nanoTime() - start) / 1e9);
    }
}
