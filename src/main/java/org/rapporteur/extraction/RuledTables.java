package org.rapporteur.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.rapporteur.extraction.Rulings.Rule;

/**
 * The tables of a page, found by their rules: what touches is one grid, and places of the grid without a rule between them are one cell. A
 * grid is a table where at least two rows have text, and one of them in at least two cells.
 */
final class RuledTables {

    private static final float NEAR = 3;
    /** points: no column is narrower and no row lower; what is so are two rules for one, or the gap between two backgrounds */
    private static final float NARROWEST = 7;
    private static final float LOWEST = 5;
    private static final int FEWEST = 2;
    private static final float LEAST_RULED = 0.4f;

    private RuledTables() {}

    /** The lines that stand in no table, and the tables, each where its first word was. */
    static List<PageItem> items(List<PrintedLine> lines, List<Rule> rules) {
        List<Grid> grids = grids(merged(rules)).stream().filter(grid -> grid.isTable(lines)).toList();
        List<PageItem> items = new ArrayList<>();
        Map<Grid, Integer> places = new HashMap<>();
        for (PrintedLine line : lines) {
            List<PrintedWord> outside = new ArrayList<>();
            for (PrintedWord word : line.words()) {
                Grid around = grids.stream().filter(grid -> grid.holds(word)).findFirst().orElse(null);
                if (around == null) {
                    outside.add(word);
                } else if (places.putIfAbsent(around, items.size()) == null) {
                    items.add(around.table(lines));
                }
            }
            if (!outside.isEmpty()) {
                items.add(new PrintedLine(outside));
            }
        }
        return items;
    }

    /** Rules that lie on one another or go on are one. */
    private static List<Rule> merged(List<Rule> rules) {
        List<Rule> merged = new ArrayList<>();
        for (Rule rule : rules.stream().sorted(Comparator.comparing(Rule::horizontal).thenComparing(rule -> Math.round(rule.at() / NEAR))
                .thenComparing(Rule::from)).toList()) {
            Rule last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && last.horizontal() == rule.horizontal() && Math.abs(last.at() - rule.at()) < NEAR && rule.from() <= last.to() + NEAR) {
                merged.set(merged.size() - 1, new Rule(last.horizontal(), last.at(), last.from(), Math.max(last.to(), rule.to())));
            } else {
                merged.add(rule);
            }
        }
        return merged;
    }

    private static List<Grid> grids(List<Rule> rules) {
        int[] group = new int[rules.size()];
        for (int i = 0; i < group.length; i++) {
            group[i] = i;
        }
        for (int i = 0; i < group.length; i++) {
            for (int j = i + 1; j < group.length; j++) {
                if (touch(rules.get(i), rules.get(j))) {
                    group[root(group, i)] = root(group, j);
                }
            }
        }
        Map<Integer, List<Rule>> together = new TreeMap<>();
        for (int i = 0; i < group.length; i++) {
            together.computeIfAbsent(root(group, i), key -> new ArrayList<>()).add(rules.get(i));
        }
        return together.values().stream().map(Grid::new).filter(Grid::hasCells).toList();
    }

    private static int root(int[] group, int index) {
        int root = index;
        while (group[root] != root) {
            group[root] = group[group[root]];
            root = group[root];
        }
        return root;
    }

    private static boolean touch(Rule one, Rule other) {
        if (one.horizontal() == other.horizontal()) {
            return Math.abs(one.at() - other.at()) < NEAR && one.from() <= other.to() + NEAR && other.from() <= one.to() + NEAR;
        }
        return one.at() >= other.from() - NEAR && one.at() <= other.to() + NEAR && other.at() >= one.from() - NEAR && other.at() <= one.to() + NEAR;
    }

    /** Rules that touch. */
    private static final class Grid {

        private final List<Rule> horizontal;
        private final List<Rule> vertical;
        private final float[] columns;
        private final float[] rows;
        private final int[] cell;

        Grid(List<Rule> rules) {
            horizontal = rules.stream().filter(Rule::horizontal).toList();
            vertical = rules.stream().filter(rule -> !rule.horizontal()).toList();
            columns = places(rules, false);
            rows = places(rules, true);
            cell = new int[hasCells() ? (columns.length - 1) * (rows.length - 1) : 0];
            for (int i = 0; i < cell.length; i++) {
                cell[i] = i;
            }
            join();
        }

        boolean hasCells() {
            return columns.length > FEWEST && rows.length > FEWEST && columns.length < 60 && rows.length < 200;
        }

        boolean holds(PrintedWord word) {
            return place(word) >= 0;
        }

        boolean isTable(List<PrintedLine> lines) {
            List<List<List<PrintedLine>>> texts = table(lines).rows();
            return texts.size() >= FEWEST && texts.stream().anyMatch(row -> row.stream().filter(cell -> !cell.isEmpty()).count() >= FEWEST);
        }

        PrintedTable table(List<PrintedLine> lines) {
            Map<Integer, List<PrintedLine>> texts = new TreeMap<>();
            for (PrintedLine line : lines) {
                Map<Integer, List<PrintedWord>> words = new TreeMap<>();
                for (PrintedWord word : line.words()) {
                    int place = place(word);
                    if (place >= 0) {
                        words.computeIfAbsent(root(cell, place), key -> new ArrayList<>()).add(word);
                    }
                }
                words.forEach((place, inside) -> texts.computeIfAbsent(place, key -> new ArrayList<>()).add(new PrintedLine(inside)));
            }
            List<List<List<PrintedLine>>> table = new ArrayList<>();
            int width = columns.length - 1;
            for (int row = 0; row < rows.length - 1; row++) {
                List<List<PrintedLine>> cells = new ArrayList<>();
                for (int column = 0; column < width; column++) {
                    int place = row * width + column;
                    if (root(cell, place) == place) {
                        cells.add(PageLines.inCell(texts.getOrDefault(place, List.of())));
                    }
                }
                if (cells.stream().anyMatch(lineOf -> !lineOf.isEmpty())) {
                    table.add(cells);
                }
            }
            return new PrintedTable(table);
        }

        private int place(PrintedWord word) {
            int column = between(columns, word.middle());
            int row = between(rows, word.base() - word.size() / 3);
            return column < 0 || row < 0 ? -1 : row * (columns.length - 1) + column;
        }

        /** Where no rule is between two places they are one cell, called by its first place. */
        private void join() {
            int width = columns.length - 1;
            boolean isRow = false;
            for (int place = 0; place < cell.length; place++) {
                int row = place / width;
                int column = place % width;
                isRow = column == 0 ? row + 2 < rows.length && isRow(row + 1) : isRow;
                if (column + 1 < width && !isRuled(false, columns[column + 1], (rows[row] + rows[row + 1]) / 2)) {
                    unite(place, place + 1);
                }
                if (row + 2 < rows.length && (!isRow || !isRuled(true, rows[row + 1], (columns[column] + columns[column + 1]) / 2))) {
                    unite(place, place + width);
                }
            }
        }

        /** Whether rows end at a place: a rule below a part of the table alone is a background or an underscore. */
        private boolean isRow(int place) {
            float ruled = 0;
            for (int column = 0; column + 1 < columns.length; column++) {
                ruled += isRuled(true, rows[place], (columns[column] + columns[column + 1]) / 2) ? columns[column + 1] - columns[column] : 0;
            }
            return ruled >= LEAST_RULED * (columns[columns.length - 1] - columns[0]);
        }

        private void unite(int one, int other) {
            int first = root(cell, one);
            int second = root(cell, other);
            cell[Math.max(first, second)] = Math.min(first, second);
        }

        private boolean isRuled(boolean across, float at, float middle) {
            float near = across ? LOWEST : NARROWEST;
            for (Rule rule : across ? horizontal : vertical) {
                if (Math.abs(rule.at() - at) < near && rule.from() <= middle && rule.to() >= middle) {
                    return true;
                }
            }
            return false;
        }

        private static int between(float[] places, float at) {
            for (int i = 0; i + 1 < places.length; i++) {
                if (at >= places[i] && at < places[i + 1]) {
                    return i;
                }
            }
            return -1;
        }

        /** Where rules of one direction lie, and where those of the other end, each once. */
        private static float[] places(List<Rule> rules, boolean horizontal) {
            List<Float> sorted = rules.stream().flatMap(rule -> rule.horizontal() == horizontal ? Stream.of(rule.at()) : Stream.of(rule.from(), rule.to()))
                    .sorted().toList();
            List<Float> places = new ArrayList<>();
            for (float at : sorted) {
                if (places.isEmpty() || at - places.getLast() >= (horizontal ? LOWEST : NARROWEST)) {
                    places.add(at);
                }
            }
            float[] numbers = new float[places.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = places.get(i);
            }
            return numbers;
        }
    }
}
