package org.rapporteur;

import java.io.File;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * A test that runs programs of the machine. Where one is not on the PATH the test is skipped, with a line that names it; with
 * the environment variable {@code CI=true} it fails instead.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsProgram.Condition.class)
public @interface NeedsProgram {

    /** The names of their files, without {@code .exe}; all have to be there. */
    String[] value();

    /** Looks for the program on a PATH. */
    final class Condition implements ExecutionCondition {

        private final String path;
        private final boolean mustBeThere;

        Condition() {
            this(Optional.ofNullable(System.getenv("PATH")).orElse(""), "true".equals(System.getenv("CI")));
        }

        Condition(String path, boolean mustBeThere) {
            this.path = path;
            this.mustBeThere = mustBeThere;
        }

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return AnnotationSupport.findAnnotation(context.getElement(), NeedsProgram.class)
                    .map(needs -> Stream.of(needs.value()).map(program -> decide(program, context.getDisplayName()))
                            .filter(ConditionEvaluationResult::isDisabled).findFirst().orElse(ConditionEvaluationResult.enabled("all are there")))
                    .orElse(ConditionEvaluationResult.enabled("needs no program"));
        }

        ConditionEvaluationResult decide(String program, String test) {
            if (isThere(program)) {
                return ConditionEvaluationResult.enabled(program + " is there");
            }
            String missing = test + " needs the program " + program + ", which is not on the PATH";
            if (mustBeThere) {
                throw new IllegalStateException(missing + "; with CI=true it must be");
            }
            System.out.println("skipped: " + missing);
            return ConditionEvaluationResult.disabled(missing);
        }

        /** Where a program of this machine is. */
        public static Optional<Path> find(String program) {
            return new Condition().where(program);
        }

        private boolean isThere(String program) {
            return where(program).isPresent();
        }

        private Optional<Path> where(String program) {
            return Stream.of(path.split(File.pathSeparator)).filter(folder -> !folder.isBlank())
                    .flatMap(folder -> Stream.of(Path.of(folder, program), Path.of(folder, program + ".exe")))
                    .filter(Files::isExecutable).findFirst();
        }
    }
}
