package org.rapporteur.coding;

import java.util.ArrayList;
import java.util.List;

/** What a model looks at in a text. */
enum Traits {
    /** stems and pairs of them, each language apart; there or not */
    STEMS(false) {
        @Override
        List<Trait> of(Tokens tokens) {
            List<Trait> traits = new ArrayList<>();
            for (int i = 0; i < tokens.all().size(); i++) {
                String stem = tokens.language() + ":" + tokens.all().get(i).stem();
                traits.add(new Trait(stem, i, 1));
                if (i + 1 < tokens.all().size()) {
                    traits.add(new Trait(stem + " " + tokens.all().get(i + 1).stem(), i, 2));
                }
            }
            return traits;
        }
    },
    /** pieces of words of three to five letters, beginnings and ends marked: languages share many; the rarer, the more they weigh */
    PIECES(true) {
        @Override
        List<Trait> of(Tokens tokens) {
            List<Trait> traits = new ArrayList<>();
            for (int i = 0; i < tokens.all().size(); i++) {
                String word = "_" + tokens.all().get(i).word() + "_";
                for (int length = SHORTEST; length <= LONGEST; length++) {
                    for (int start = 0; start + length <= word.length(); start++) {
                        traits.add(new Trait(word.substring(start, start + length), i, 1));
                    }
                }
            }
            return traits;
        }
    };

    private static final int SHORTEST = 3;
    private static final int LONGEST = 5;

    private final boolean weighted;

    Traits(boolean weighted) {
        this.weighted = weighted;
    }

    /**
     * One of them, where it stands.
     *
     * @param name what it is
     * @param token the word it begins at, from 0
     * @param width over how many words it goes
     */
    record Trait(String name, int token, int width) {}

    abstract List<Trait> of(Tokens tokens);

    /** Whether how often it stands in the text, and in how few texts it stands, counts. */
    boolean isWeighted() {
        return weighted;
    }
}
