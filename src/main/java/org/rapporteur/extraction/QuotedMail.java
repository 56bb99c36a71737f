package org.rapporteur.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Tells what somebody wrote from the mail that is quoted with it. A mail that is passed on is no quotation: ask only about others. What is
 * not marked as mail programs mark it is taken for the sender's own words, for a paper may quote people too.
 */
final class QuotedMail {

    private static final Pattern LINE = Pattern.compile("^\\s{0,3}(>|&gt;).*");
    /** a time or an address tells it from "the Minister wrote:" */
    private static final Pattern ATTRIBUTION = Pattern.compile("(?iu)^\\s*(?=.*(\\d{1,2}[:.h]\\d{2}|@)).{5,300}\\b"
            + "(wrote|a écrit|écrit|escribió|escribio|schrieb|escreveu|ha scritto)\\s?:\\s*$");
    private static final Pattern ORIGINAL = Pattern.compile("(?iu)^\\s*[-_]{2,}\\s*(original message|message d['’]origine|mensaje original|"
            + "ursprüngliche nachricht|messaggio originale|mensagem original|reply message)\\s*[-_]{2,}\\s*$");
    private static final Pattern SENDER = Pattern.compile("(?iu)^\\s*\\*?(from|de|von|da)\\s?:\\s?\\*?\\s*\\S.*");
    private static final Pattern SUBJECT = Pattern.compile("(?iu)^\\s*\\*?(subject|objet|asunto|betreff|oggetto|assunto)\\s?:.*");
    /** what a memorandum has not, which is headed alike */
    private static final String SENT = "(@|\\b(sent|envoyé|enviado|gesendet|inviato|enviada)\\b.{0,12}:)";
    private static final Pattern SENT_BY_MAIL = Pattern.compile("(?iu).*" + SENT + ".*");
    private static final Pattern HEAD = Pattern.compile("(?iu)^\\s*(from|de|von|da)\\s?:(?=.{0,300}" + SENT + ").{3,300}\\b(subject|objet|asunto|betreff|oggetto|assunto)\\s?:.*");
    private static final Pattern PASSED_ON = Pattern.compile("(?iu)^\\s*(fwd?|tr|rv|wg|enc|i)\\s?:.*");
    private static final String MARKED = "blockquote[type=cite], .gmail_quote, .gmail_attr, .moz-cite-prefix, .yahoo_quoted, .OutlookMessageHeader";
    private static final String FROM_HERE = "#divRplyFwdMsg, #appendonsend, #reply-intro";
    /** lines between who sent a quoted mail and what it was about */
    private static final int HEAD_LINES = 6;

    private QuotedMail() {}

    /** Whether the subject says that a mail is passed on. */
    static boolean isPassedOn(String subject) {
        return PASSED_ON.matcher(subject).matches();
    }

    /** A plain text without what is quoted in it. */
    static String without(String text) {
        List<String> own = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size() && !startsHere(lines, i); i++) {
            if (!LINE.matcher(lines.get(i)).matches()) {
                own.add(lines.get(i));
            }
        }
        return String.join("\n", own);
    }

    /** Takes what is quoted out of a page. */
    static void takeOut(Document page) {
        page.select(MARKED).remove();
        Element start = page.selectFirst(FROM_HERE);
        if (start == null) {
            start = page.body().select("div, p").stream().filter(block -> HEAD.matcher(block.text()).matches()
                    && block.children().stream().noneMatch(inner -> HEAD.matcher(inner.text()).matches())).findFirst().orElse(null);
        }
        for (Element block = start; block != null && block != page.body(); block = block.parent()) {
            block.nextElementSiblings().remove();
        }
        if (start != null) {
            start.remove();
        }
    }

    /** Whether everything from this line on is quoted. */
    private static boolean startsHere(List<String> lines, int i) {
        String line = lines.get(i);
        // an attribution is often broken in two
        return ORIGINAL.matcher(line).matches() || ATTRIBUTION.matcher(line).matches()
                || i + 1 < lines.size() && ATTRIBUTION.matcher(line + " " + lines.get(i + 1)).matches() && line.matches("(?iu)\\s*(on|le|el|am|em|il)\\b.*")
                || SENDER.matcher(line).matches() && isHead(lines.subList(i, Math.min(lines.size(), i + HEAD_LINES)));
    }

    private static boolean isHead(List<String> lines) {
        return lines.stream().anyMatch(line -> SUBJECT.matcher(line).matches()) && lines.stream().anyMatch(line -> SENT_BY_MAIL.matcher(line).matches());
    }
}
