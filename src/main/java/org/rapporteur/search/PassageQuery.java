package org.rapporteur.search;

import java.util.List;

/** What is searched for, before any search engine has a say in it. */
public sealed interface PassageQuery {

    /** Whether any part filters by a field. */
    default boolean mentions(Field field) {
        return switch (this) {
            case Filter filter -> filter.field() == field;
            case And and -> and.parts().stream().anyMatch(part -> part.mentions(field));
            case Or or -> or.parts().stream().anyMatch(part -> part.mentions(field));
            case Not not -> not.part().mentions(field);
            case Rather rather -> rather.typed().mentions(field) || rather.sisters().stream().anyMatch(part -> part.mentions(field));
            case All all -> false;
            case Word word -> false;
            case Phrase phrase -> false;
            case Pattern pattern -> false;
            case Near near -> false;
            case Most most -> false;
        };
    }

    /** Whether any part looks for shapes near other words, which may stand for more words than the engine takes. */
    default boolean hasShapesNearOthers() {
        return switch (this) {
            case Near near -> true;
            case And and -> and.parts().stream().anyMatch(PassageQuery::hasShapesNearOthers);
            case Or or -> or.parts().stream().anyMatch(PassageQuery::hasShapesNearOthers);
            case Not not -> not.part().hasShapesNearOthers();
            case Rather rather -> rather.typed().hasShapesNearOthers() || rather.sisters().stream().anyMatch(PassageQuery::hasShapesNearOthers);
            case All all -> false;
            case Word word -> false;
            case Phrase phrase -> false;
            case Pattern pattern -> false;
            case Most most -> false;
            case Filter filter -> false;
        };
    }

    record All() implements PassageQuery {}

    record Word(String text) implements PassageQuery {}

    /** @param slop how many words may stand between; 0 for the words as they are */
    record Phrase(String text, int slop) implements PassageQuery {}

    /** Words of this shape: {@code *} stands for any letters, {@code ?} for one; at least two letters stand before either. */
    record Pattern(String text) implements PassageQuery {}

    /**
     * Words near one another, some of which are shapes.
     *
     * @param words each a word, or a shape as of {@link Pattern}
     * @param slop how many words may stand between, in any order; 0 for the words as they are
     */
    record Near(List<String> words, int slop) implements PassageQuery {}

    /** One value of a field such as theme or country. */
    record Filter(Field field, String value) implements PassageQuery {}

    record And(List<PassageQuery> parts) implements PassageQuery {}

    record Or(List<PassageQuery> parts) implements PassageQuery {}

    record Not(PassageQuery part) implements PassageQuery {}

    /**
     * Some of the words, those that stand in few passages counting most.
     *
     * @param least how many of them at least, from 1
     */
    record Most(List<String> words, int least) implements PassageQuery {}

    /** What was typed, or one of its sisters; passages that say what was typed come first. */
    record Rather(PassageQuery typed, List<PassageQuery> sisters) implements PassageQuery {}
}
