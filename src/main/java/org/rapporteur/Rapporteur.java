package org.rapporteur;

import java.time.Clock;
import java.nio.file.Path;
import org.rapporteur.cli.CommandLineApp;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The application: every command starts here. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Rapporteur {

    public static void main(String[] args) {
        // with AUTO_SERVER the database listens for the other processes of this machine, and for nobody else
        System.setProperty("h2.bindAddress", "127.0.0.1");
        int status = CommandLineApp.run(Rapporteur.class, args);
        if (status >= 0) {
            System.exit(status);
        }
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Path originalsFolder(@Value("${rapporteur.data}") Path data) {
        return data.resolve("originals");
    }
}
