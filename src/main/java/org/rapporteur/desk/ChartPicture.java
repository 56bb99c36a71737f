package org.rapporteur.desk;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.svg.SVGGraphics2D;

/** Draws charts as SVG: bars that lie, in colours that differ in lightness too, so that a print in grey can be read. */
final class ChartPicture {

    private static final int WIDTH = 860;
    private static final int A_BAR = 26;
    private static final int FRAME = 90;
    private static final List<Color> COLOURS = List.of(new Color(0x12465A), new Color(0xD98A29), new Color(0x9CB7A3), new Color(0x6B3F5B));
    private static final Color INK = new Color(0x1D2327);
    private static final Color LINE = new Color(0xD9D5CB);
    private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 14);

    private ChartPicture() {}

    static String svg(Chart chart) {
        DefaultCategoryDataset numbers = new DefaultCategoryDataset();
        chart.rows().forEach(row -> {
            for (int i = 0; i < chart.series().size(); i++) {
                numbers.addValue(row.numbers().get(i), chart.series().get(i), row.name());
            }
        });
        JFreeChart drawn = chart.stacked() ? ChartFactory.createStackedBarChart(null, null, null, numbers, PlotOrientation.HORIZONTAL, true, false, false)
                : ChartFactory.createBarChart(null, null, null, numbers, PlotOrientation.HORIZONTAL, true, false, false);
        style(drawn);
        int bars = chart.rows().size() * (chart.stacked() ? 1 : chart.series().size());
        SVGGraphics2D paper = new SVGGraphics2D(WIDTH, FRAME + A_BAR * Math.max(2, bars) + 8 * chart.rows().size());
        drawn.draw(paper, new Rectangle2D.Double(0, 0, paper.getWidth(), paper.getHeight()));
        return paper.getSVGDocument();
    }

    private static void style(JFreeChart chart) {
        chart.setBackgroundPaint(Color.WHITE);
        chart.getLegend().setItemFont(TEXT);
        chart.getLegend().setFrame(BlockBorder.NONE);
        CategoryPlot plot = chart.getCategoryPlot();
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setRangeGridlinePaint(LINE);
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.getDomainAxis().setTickLabelFont(TEXT);
        plot.getDomainAxis().setTickLabelPaint(INK);
        plot.getDomainAxis().setMaximumCategoryLabelWidthRatio(0.4f);
        plot.getDomainAxis().setCategoryMargin(0.25);
        plot.getRangeAxis().setTickLabelFont(TEXT);
        plot.getRangeAxis().setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        BarRenderer bars = (BarRenderer) plot.getRenderer();
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        bars.setItemMargin(0.05);
        for (int i = 0; i < COLOURS.size(); i++) {
            bars.setSeriesPaint(i, COLOURS.get(i));
        }
    }
}
