package org.rapporteur.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.queryparser.flexible.core.QueryNodeParseException;
import org.apache.lucene.queryparser.flexible.core.nodes.AndQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.BooleanQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.FieldQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.GroupQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.ModifierQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.OrQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.QueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.QuotedFieldQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.SlopQueryNode;
import org.apache.lucene.queryparser.flexible.standard.parser.ParseException;
import org.apache.lucene.queryparser.flexible.standard.parser.StandardSyntaxParser;

/**
 * Understands what people type: words (all of them must stand there), "phrases", {@code AND OR NOT}, {@code begin*} and
 * {@code organi?ation}, {@code "near word*"~5}, and fields such as {@code theme:incentives}.
 */
public final class QueryReader {

    private static final int LONGEST = 10_000;
    private static final String NO_FIELD = "text";

    private QueryReader() {}

    public static QueryReading read(String typed) {
        String query = typed.replaceAll("[\\u201C\\u201D\\u201E\\u00AB\\u00BB]", "\"").replaceAll("\\p{Cntrl}", " ").strip();
        if (query.isEmpty()) {
            return new QueryReading.Understood(new PassageQuery.All());
        }
        if (query.length() > LONGEST) {
            return new QueryReading.Mistaken("The query is longer than %d characters; shorten it. Nothing was searched for.".formatted(LONGEST),
                    new PassageQuery.Word("\u0000"));
        }
        try {
            return new QueryReading.Understood(query(new StandardSyntaxParser().parse(query, NO_FIELD)));
        } catch (QueryNodeParseException mistake) {
            return mistaken(query, "The query has a mistake%s; every quotation mark and bracket needs its pair.".formatted(
                    place(mistake)));
        } catch (UnsupportedQuery unsupported) {
            return mistaken(query, unsupported.getMessage());
        } catch (StackOverflowError tooDeep) {
            return mistaken(query, "The query has too many brackets inside one another; take some away.");
        }
    }

    private static String place(QueryNodeParseException mistake) {
        return mistake instanceof ParseException parse && parse.currentToken != null && parse.currentToken.next != null
                ? " near character " + parse.currentToken.next.beginColumn : "";
    }

    private static QueryReading mistaken(String query, String sentence) {
        List<PassageQuery> words = Arrays.stream(query.split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isBlank())
                .filter(word -> !List.of("AND", "OR", "NOT").contains(word)).limit(50).map(word -> (PassageQuery) new PassageQuery.Word(word)).toList();
        return new QueryReading.Mistaken(sentence + " The plain words were searched for instead.",
                words.isEmpty() ? new PassageQuery.All() : new PassageQuery.And(words));
    }

    private static PassageQuery query(QueryNode node) {
        return switch (node) {
            case QuotedFieldQueryNode quoted -> leaf(quoted, phrase(quoted.getTextAsString(), 0));
            case FieldQueryNode word -> leaf(word, word(word.getTextAsString()));
            case SlopQueryNode slop when slop.getChild() instanceof FieldQueryNode phrase ->
                phrase(phrase.getTextAsString(), slop.getValue());
            case GroupQueryNode group -> query(group.getChild());
            case ModifierQueryNode modifier -> modifier.getModifier() == ModifierQueryNode.Modifier.MOD_NOT
                    ? new PassageQuery.Not(query(modifier.getChild())) : query(modifier.getChild());
            case AndQueryNode and -> new PassageQuery.And(children(and));
            case OrQueryNode or -> new PassageQuery.Or(children(or));
            case BooleanQueryNode all -> new PassageQuery.And(children(all));
            default -> throw new UnsupportedQuery("The query uses a sign that has no meaning here (such as [ ] / ^ or ~ after a word);"
                    + " leave it out, or put the words into quotation marks.");
        };
    }

    private static List<PassageQuery> children(QueryNode node) {
        return node.getChildren().stream().map(QueryReader::query).toList();
    }

    private static PassageQuery leaf(FieldQueryNode node, PassageQuery asText) {
        String field = node.getFieldAsString();
        if (field.equals(NO_FIELD)) {
            return asText;
        }
        Optional<Field> known = Field.of(field);
        return known.<PassageQuery>map(found -> new PassageQuery.Filter(found, Field.folded(node.getTextAsString())))
                .orElseThrow(() -> new UnsupportedQuery("There is no field '%s'; fields are %s.".formatted(field,
                        String.join(", ", Arrays.stream(Field.values()).map(Field::word).toList()))));
    }

    private static PassageQuery word(String text) {
        if (text.equals("*")) {
            return new PassageQuery.All();
        }
        return isShape(text) ? new PassageQuery.Pattern(shape(text)) : new PassageQuery.Word(text);
    }

    private static PassageQuery phrase(String text, int slop) {
        if (!isShape(text)) {
            return new PassageQuery.Phrase(text, slop);
        }
        return new PassageQuery.Near(Arrays.stream(text.strip().split("\\s+")).map(word -> isShape(word) ? shape(word) : word).toList(), slop);
    }

    private static boolean isShape(String text) {
        return text.contains("*") || text.contains("?");
    }

    /** Without two letters to begin with, every word would have to be looked at. */
    private static String shape(String word) {
        if (!word.matches("(?U)[\\p{L}\\p{N}]{2}[\\p{L}\\p{N}*?]*")) {
            throw new UnsupportedQuery("Two letters stand before a star or a question mark, and nothing else with them, as in incentiv* or organi?ation.");
        }
        return word;
    }

    private static final class UnsupportedQuery extends RuntimeException {
        UnsupportedQuery(String sentence) {
            super(sentence);
        }
    }
}
