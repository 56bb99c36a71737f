package org.rapporteur.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A progress bar on standard error, or none. */
final class Progress implements AutoCloseable {

    private final @Nullable ProgressBar bar;

    private Progress(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    static Progress of(boolean shown, String task, long most) {
        return new Progress(shown && most > 0 ? new ProgressBarBuilder().setTaskName(task).setInitialMax(most)
                .setStyle(ProgressBarStyle.ASCII).setUpdateIntervalMillis(200).build() : null);
    }

    void step() {
        if (bar != null) {
            bar.step();
        }
    }

    void at(long done) {
        if (bar != null) {
            bar.stepTo(done);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
