import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What a data folder holds of the mail that was taken in: {@code MailParts DATA}. A line "UID tab outcome tab rule tab names of parts" each. */
class MailParts {

    public static void main(String[] arguments) throws Exception {
        String url = "jdbc:h2:file:%s/db/rapporteur;MODE=PostgreSQL;AUTO_SERVER=TRUE;WRITE_DELAY=0".formatted(java.nio.file.Path.of(arguments[0]).toAbsolutePath());
        Map<Long, String> heads = new TreeMap<>();
        Map<Long, StringBuilder> parts = new LinkedHashMap<>();
        try (Connection database = DriverManager.getConnection(url, "rapporteur", ""); Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT d.channel_key, d.outcome, d.rule, p.name, p.media_type, p.standing, p.parent_id
                        FROM delivery d LEFT JOIN part p ON p.delivery_id = d.id WHERE d.channel = 'MAIL' ORDER BY d.id, p.ordinal
                        """)) {
            while (row.next()) {
                String key = row.getString(1);
                long uid = Long.parseLong(key.substring(key.lastIndexOf('/') + 1).replaceAll(".*\\D", ""));
                heads.put(uid, row.getString(2) + "\t" + row.getString(3));
                if (row.getString(7) != null && !row.getString(4).equals("message text.txt")) {
                    parts.computeIfAbsent(uid, any -> new StringBuilder()).append("|").append(row.getString(4).replaceAll("[|\t\n]", " "));
                }
            }
        }
        heads.forEach((uid, head) -> System.out.println(uid + "\t" + head + "\t" + parts.getOrDefault(uid, new StringBuilder())));
    }
}
