package org.rapporteur.coding;

/** What is told of an example, in the order in which it is printed. Whom it is of, its paper tells. */
public enum ExampleField {
    NAME("Name"),
    WHAT("What it is"),
    BY_WHOM("By whom"),
    SINCE("Since when"),
    RESULT("Result"),
    FIGURE("Figure"),
    WENT_WRONG("What went wrong"),
    LESSON("Lesson");

    private final String heading;

    ExampleField(String heading) {
        this.heading = heading;
    }

    public String heading() {
        return heading;
    }
}
