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

/** Horizontal and vertical rules of a page: lines, thin boxes, and the edges of boxes. */
final class Rulings {

    /** points: what is thinner is a line */
    private static final float THIN = 3;
    private static final float SHORTEST = 4;
    /** a page with more is a drawing */
    private static final int MOST = 6000;

    /**
     * One rule.
     *
     * @param at x of a vertical one, y of a horizontal one; from the upper left corner
     */
    record Rule(boolean horizontal, float at, float from, float to) {}

    private interface Effect {
        void of(List<COSBase> operands);
    }

    private final List<Rule> rules = new ArrayList<>();
    /** corners of the path that is being drawn: four numbers each, and whether it is a box */
    private final List<float[]> path = new ArrayList<>();
    private float[] point = {0, 0};
    private float[] start = {0, 0};
    private PDRectangle box = PDRectangle.A4;
    private int rotation;
    private PDFStreamEngine engine;

    void clear(PDPage page) {
        rules.clear();
        path.clear();
        box = page.getCropBox();
        rotation = Math.floorMod(page.getRotation(), 360);
    }

    List<Rule> rules() {
        return rules.size() > MOST ? List.of() : rules;
    }

    /** What has to be told of a content stream. */
    List<OperatorProcessor> operators(PDFStreamEngine context) {
        engine = context;
        List<OperatorProcessor> operators = new ArrayList<>(List.of(
                operator("m", operands -> {
                    point = point(operands, 0);
                    start = point;
                }),
                operator("l", operands -> line(point(operands, 0))),
                operator("h", operands -> line(start)),
                operator("re", this::box),
                operator("n", operands -> path.clear())));
        for (String stroke : List.of("S", "s", "B", "B*", "b", "b*")) {
            operators.add(operator(stroke, operands -> paint(true)));
        }
        for (String fill : List.of("f", "F", "f*")) {
            operators.add(operator(fill, operands -> paint(false)));
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

    private void line(float[] to) {
        path.add(new float[] {point[0], point[1], to[0], to[1]});
        point = to;
    }

    private void box(List<COSBase> operands) {
        if (operands.size() > 3 && operands.stream().limit(4).allMatch(COSNumber.class::isInstance)) {
            float x = number(operands, 0);
            float y = number(operands, 1);
            point = shown(x, y);
            start = point;
            line(shown(x + number(operands, 2), y));
            line(shown(x + number(operands, 2), y + number(operands, 3)));
            line(shown(x, y + number(operands, 3)));
            line(start);
        }
    }

    /** A thin box that is filled gives its two long edges, which are taken for one later on. */
    private void paint(boolean stroked) {
        for (float[] edge : path) {
            float width = Math.abs(edge[0] - edge[2]);
            float height = Math.abs(edge[1] - edge[3]);
            if (height < (stroked ? 1 : THIN / 2) && width >= SHORTEST) {
                rules.add(new Rule(true, (edge[1] + edge[3]) / 2, Math.min(edge[0], edge[2]), Math.max(edge[0], edge[2])));
            } else if (width < (stroked ? 1 : THIN / 2) && height >= SHORTEST) {
                rules.add(new Rule(false, (edge[0] + edge[2]) / 2, Math.min(edge[1], edge[3]), Math.max(edge[1], edge[3])));
            }
        }
        path.clear();
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
