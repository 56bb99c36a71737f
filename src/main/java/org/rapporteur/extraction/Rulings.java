package org.rapporteur.extraction;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * Horizontal and vertical rules of a page: lines, thin boxes, and the edges of boxes. Where a filled box goes on in another one of its colour,
 * as the backgrounds of the lines of one cell do, nothing is seen between them, and no rule is there.
 */
final class Rulings {

    /** points: what is thinner is a line */
    private static final float THIN = 3;
    private static final float SHORTEST = 4;
    /** a page with more is a drawing */
    private static final int MOST = 6000;
    private static final int MOST_FILLS = 1500;

    /**
     * One rule.
     *
     * @param at x of a vertical one, y of a horizontal one; from the upper left corner
     */
    record Rule(boolean horizontal, float at, float from, float to) {}

    private interface Effect {
        void of(List<COSBase> operands);
    }

    /** A filled box: from left to right and from top to bottom. */
    private record Fill(float left, float top, float right, float bottom, List<COSBase> colour) {

        boolean holds(float x, float y) {
            return x >= left && x <= right && y >= top && y <= bottom;
        }
    }

    private final List<Rule> rules = new ArrayList<>();
    private final List<Fill> fills = new ArrayList<>();
    /** edges of the path that is being drawn: two points each */
    private final List<float[]> path = new ArrayList<>();
    /** boxes of that path: two corners each */
    private final List<float[]> boxes = new ArrayList<>();
    private List<COSBase> colour = List.of();
    private float[] point = {0, 0};
    private float[] start = {0, 0};
    private PDRectangle box = PDRectangle.A4;
    private int rotation;
    private PDFStreamEngine engine;

    void clear(PDPage page) {
        rules.clear();
        fills.clear();
        endPath();
        box = page.getCropBox();
        rotation = Math.floorMod(page.getRotation(), 360);
    }

    List<Rule> rules() {
        if (rules.size() > MOST || fills.size() > MOST_FILLS) {
            return List.of();
        }
        List<Rule> all = new ArrayList<>(rules);
        for (Fill fill : fills) {
            float x = (fill.left() + fill.right()) / 2;
            float y = (fill.top() + fill.bottom()) / 2;
            edge(all, fill, new Rule(true, fill.top(), fill.left(), fill.right()), x, fill.top() - 1);
            edge(all, fill, new Rule(true, fill.bottom(), fill.left(), fill.right()), x, fill.bottom() + 1);
            edge(all, fill, new Rule(false, fill.left(), fill.top(), fill.bottom()), fill.left() - 1, y);
            edge(all, fill, new Rule(false, fill.right(), fill.top(), fill.bottom()), fill.right() + 1, y);
        }
        return all;
    }

    private void edge(List<Rule> all, Fill fill, Rule edge, float x, float y) {
        if (fills.stream().noneMatch(other -> other != fill && other.holds(x, y) && other.colour().equals(fill.colour()))) {
            all.add(edge);
        }
    }

    /** What has to be told of a content stream. */
    List<OperatorProcessor> operators(PDFStreamEngine context) {
        engine = context;
        List<OperatorProcessor> operators = new ArrayList<>(List.of(
                operator("m", operands -> {
                    point = point(operands, 0);
                    start = point;
                }),
                operator("l", operands -> lineTo(point(operands, 0))),
                operator("h", operands -> lineTo(start)),
                operator("re", this::box),
                operator("n", operands -> endPath())));
        for (String fill : List.of("g", "rg", "k", "sc", "scn")) {
            operators.add(operator(fill, operands -> colour = List.copyOf(operands)));
        }
        for (String stroke : List.of("S", "s", "B", "B*", "b", "b*")) {
            operators.add(operator(stroke, operands -> stroke()));
        }
        for (String fill : List.of("f", "F", "f*")) {
            operators.add(operator(fill, operands -> fill()));
        }
        return operators;
    }

    private OperatorProcessor operator(String name, Effect effect) {
        return new OperatorProcessor(engine) {
            @Override
            public void process(Operator operator, List<COSBase> operands) {
                effect.of(operands);
            }

            @Override
            public String getName() {
                return name;
            }
        };
    }

    private void lineTo(float[] to) {
        path.add(new float[] {point[0], point[1], to[0], to[1]});
        point = to;
    }

    private void box(List<COSBase> operands) {
        if (operands.size() > 3 && operands.stream().limit(4).allMatch(COSNumber.class::isInstance)) {
            float x = number(operands, 0);
            float y = number(operands, 1);
            point = shown(x, y);
            start = point;
            lineTo(shown(x + number(operands, 2), y));
            lineTo(shown(x + number(operands, 2), y + number(operands, 3)));
            lineTo(shown(x, y + number(operands, 3)));
            float[] first = start;
            lineTo(shown(x, y));
            float[] last = shown(x + number(operands, 2), y + number(operands, 3));
            boxes.add(new float[] {Math.min(first[0], last[0]), Math.min(first[1], last[1]), Math.max(first[0], last[0]), Math.max(first[1], last[1])});
        }
    }

    private void stroke() {
        path.forEach(this::line);
        endPath();
    }

    private void line(float[] edge) {
        add(Math.min(edge[0], edge[2]), Math.min(edge[1], edge[3]), Math.max(edge[0], edge[2]), Math.max(edge[1], edge[3]), 1);
    }

    private void fill() {
        if (boxes.isEmpty() && !path.isEmpty() && path.stream().allMatch(edge -> Math.abs(edge[0] - edge[2]) < 1 || Math.abs(edge[1] - edge[3]) < 1)) {
            boxes.add(path.stream().reduce(new float[] {Float.MAX_VALUE, Float.MAX_VALUE, 0, 0}, Rulings::around));
        }
        for (float[] one : boxes) {
            if (!add(one[0], one[1], one[2], one[3], THIN)) {
                fills.add(new Fill(one[0], one[1], one[2], one[3], colour));
            }
        }
        endPath();
    }

    private static float[] around(float[] box, float[] edge) {
        return new float[] {Math.min(box[0], Math.min(edge[0], edge[2])), Math.min(box[1], Math.min(edge[1], edge[3])),
            Math.max(box[2], Math.max(edge[0], edge[2])), Math.max(box[3], Math.max(edge[1], edge[3]))};
    }

    /** Whether what lies between two corners is thin; then it is a rule where it is long enough. */
    private boolean add(float left, float top, float right, float bottom, float thin) {
        boolean flat = bottom - top < thin;
        boolean narrow = right - left < thin;
        if (flat && right - left >= SHORTEST) {
            rules.add(new Rule(true, (top + bottom) / 2, left, right));
        } else if (narrow && bottom - top >= SHORTEST) {
            rules.add(new Rule(false, (left + right) / 2, top, bottom));
        }
        return flat || narrow;
    }

    private void endPath() {
        path.clear();
        boxes.clear();
    }

    private float[] point(List<COSBase> operands, int first) {
        return operands.size() > first + 1 && operands.stream().limit(2).allMatch(COSNumber.class::isInstance)
                ? shown(number(operands, first), number(operands, first + 1)) : point;
    }

    private static float number(List<COSBase> operands, int index) {
        return ((COSNumber) operands.get(index)).floatValue();
    }

    /** A point of the content where it is shown, as places of letters are told. */
    private float[] shown(float x, float y) {
        Point2D.Float at = engine.getGraphicsState().getCurrentTransformationMatrix().transformPoint(x, y);
        float right = at.x - box.getLowerLeftX();
        float up = at.y - box.getLowerLeftY();
        return switch (rotation) {
            case 90 -> new float[] {up, right};
            case 180 -> new float[] {box.getWidth() - right, up};
            case 270 -> new float[] {box.getHeight() - up, box.getWidth() - right};
            default -> new float[] {right, box.getHeight() - up};
        };
    }
}
