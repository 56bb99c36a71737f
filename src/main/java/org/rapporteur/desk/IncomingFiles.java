package org.rapporteur.desk;

import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.rapporteur.intake.UploadLinks;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.util.unit.DataSize;

/** Where files lie while a browser sends them: in a folder of their own, from which what a crash left is cleared away. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class IncomingFiles {

    static final DataSize LARGEST_FILE = DataSize.ofMegabytes(30);
    static final DataSize LARGEST_REQUEST = DataSize.ofMegabytes(60);
    private static final DataSize IN_MEMORY = DataSize.ofKilobytes(64);
    /** nobody's upload takes as long */
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    @Bean
    MultipartConfigElement incoming(@Qualifier("originalsFolder") Path originals, Clock clock) throws IOException {
        Path folder = Files.createDirectories(originals.resolve(".incoming"));
        clear(folder, clock.instant().minus(FORGOTTEN));
        return new MultipartConfigElement(folder.toString(), LARGEST_FILE.toBytes(), LARGEST_REQUEST.toBytes(), (int) IN_MEMORY.toBytes());
    }

    @Bean
    FilterRegistrationBean<UploadGate> gateOfUploads(UploadLinks links) {
        FilterRegistrationBean<UploadGate> gate = new FilterRegistrationBean<>(new UploadGate(links));
        // right behind the filter that finds the session, which looks into no request
        gate.setOrder(SessionRepositoryFilter.DEFAULT_ORDER + 1);
        return gate;
    }

    private static void clear(Path folder, Instant before) throws IOException {
        try (Stream<Path> left = Files.list(folder)) {
            for (Path file : left.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
