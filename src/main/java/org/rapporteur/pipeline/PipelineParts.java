package org.rapporteur.pipeline;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.rapporteur.extraction.ExtractionLimits;
import org.rapporteur.extraction.OcrLimits;
import org.rapporteur.extraction.Reader;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of the pipeline that are not ours. */
@Configuration
class PipelineParts {

    @Bean
    Reader reader(ExtractionLimits limits, OcrLimits ocr, @Qualifier("originalsFolder") Path originals) {
        return new Reader(limits, ocr, originals.resolve(".work"));
    }

    /** As many papers are read at once as there are parsing processes: the thread of the route reads one of them itself. */
    @Bean
    ExecutorService readers(ExtractionLimits limits) {
        return new ThreadPoolExecutor(0, Math.max(1, limits.processes() - 1), 30, TimeUnit.SECONDS, new SynchronousQueue<>(),
                new ThreadPoolExecutor.CallerRunsPolicy());
    }
}
