package org.rapporteur.extraction;

import java.nio.file.Path;

/**
 * What a parsing process is asked: one line of JSON.
 *
 * @param file to read
 * @param name of the file, a hint
 * @param answer where to write the {@link Reading}
 * @param unpackTo folder for files found inside
 * @param characters limit of text
 * @param files limit of files inside
 * @param unpacked limit of their bytes in all
 */
record Request(Path file, String name, Path answer, Path unpackTo, int characters, int files, long unpacked) {}
