package org.rapporteur.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Project files as other programs write them, by hand after the schema. */
final class Refi {

    private Refi() {}

    /** The identity number n, in the form with braces and capitals that the standard allows too. */
    private static String id(int n) {
        return "{%08X-0000-4000-8000-0000000000AB}".formatted(n);
    }

    /** A project with every kind of element, on two texts that papers say and one that none says. */
    static Path project(Path file, String first, String second) throws IOException {
        String coded = """
                <Coding guid="%s" creatingUser="%s" creationDateTime="2004-05-03T09:00:00"><CodeRef targetGUID="%s"/>%s</Coding>""";
        String text = "Remarks.\r\n\r\n" + first + "\r\nThe end.\r\n";
        int start = text.codePointCount(0, text.indexOf(first));
        String project = """
                <?xml version="1.0" encoding="utf-8"?>
                <Project xmlns="urn:QDA-XML:project:1.0" name="By hand" origin="None" creatingUserGUID="$user">
                  <Users><User guid="$user" name="Ånna Berg" id="ab"/></Users>
                  <CodeBook><Codes>
                    <Code guid="$money" name="Money" isCodable="false"><Description>A folder.</Description>
                      <Code guid="$grants" name="Conditional and matching grants" isCodable="true" color="#0F0"><Code guid="$fund" name="Central fund" isCodable="1"/></Code></Code>
                    <Code guid="$contracts" name="Performance contracts" isCodable="true"/>
                    <Code guid="$weather" name="Weather" isCodable="true"/>
                  </Codes></CodeBook>
                  <Variables><Variable guid="$variable" name="Year" typeOfVariable="Integer"/></Variables>
                  <Cases><Case guid="$case" name="Island"><CodeRef targetGUID="$weather"/><SourceRef targetGUID="$source"/></Case></Cases>
                  <Sources>
                    <TextSource guid="$source" name="Paper" plainTextPath="internal://Paper.txt">
                      <PlainTextSelection guid="$one" name="The Ministry of Finance pays" startPosition="$start" endPosition="$end">$grantsCoding$weatherCoding</PlainTextSelection>
                      <PlainTextSelection guid="$two" startPosition="99990" endPosition="99999">$beyondCoding</PlainTextSelection>
                      <VariableValue><VariableRef targetGUID="$variable"/><IntegerValue>2004</IntegerValue></VariableValue>
                    </TextSource>
                    <TextSource guid="$inline" name="Other"><PlainTextContent>Nobody here wrote these words.</PlainTextContent>
                      <PlainTextSelection guid="$three" startPosition="0" endPosition="30">$nobodyCoding</PlainTextSelection></TextSource>
                    <PictureSource guid="$picture" path="internal://p.png"><PictureSelection guid="$four" firstX="0" firstY="0" secondX="9" secondY="9">$pictureCoding</PictureSelection></PictureSource>
                    <PDFSource guid="$pdf" path="internal://p.pdf"><PDFSelection guid="$five" page="0" firstX="0" firstY="0" secondX="9" secondY="9">
                      <Representation guid="$region"><PlainTextContent>the fund adds another won in the year after</PlainTextContent></Representation>$fundCoding</PDFSelection></PDFSource>
                    <AudioSource guid="$audio" path="internal://a.m4a"><Transcript guid="$transcript"><PlainTextContent>$second</PlainTextContent>
                      <SyncPoint guid="$begin" timeStamp="0" position="0"/>
                      <TranscriptSelection guid="$six" fromSyncPoint="$begin">$contractsCoding</TranscriptSelection></Transcript>
                      <AudioSelection guid="$seven" begin="0" end="9">$audioCoding</AudioSelection></AudioSource>
                  </Sources>
                  <Notes><Note guid="$note" name="Why"><PlainTextContent>It says so.</PlainTextContent></Note></Notes>
                  <Links><Link guid="$link" originGUID="$one" targetGUID="$three" direction="OneWay"/></Links>
                  <Sets><Set guid="$set" name="All"><MemberCode targetGUID="$weather"/></Set></Sets>
                  <Graphs><Graph guid="$graph"><Vertex guid="$vertex" representedGUID="$weather" firstX="1" firstY="1"/></Graph></Graphs>
                </Project>
                """
                .replace("$grantsCoding", coded.formatted("$c1", "$user", "$grants", "<NoteRef targetGUID=\"$note\"/>"))
                .replace("$weatherCoding", coded.formatted("$c2", "$user", "$weather", "")).replace("$beyondCoding", coded.formatted("$c3", "$user", "$grants", ""))
                .replace("$nobodyCoding", coded.formatted("$c4", "$user", "$grants", "")).replace("$pictureCoding", coded.formatted("$c5", "$user", "$grants", ""))
                .replace("$fundCoding", coded.formatted("$c6", "$user", "$fund", "")).replace("$contractsCoding", coded.formatted("$c7", "$user", "$contracts", ""))
                .replace("$audioCoding", coded.formatted("$c8", "$user", "$grants", ""))
                .replace("$start", String.valueOf(start)).replace("$end", String.valueOf(start + first.codePointCount(0, first.length())));
        int n = 0;
        for (String name : "user money grants fund contracts weather variable case source one two three four five six seven inline picture pdf region audio transcript begin note link set graph vertex c1 c2 c3 c4 c5 c6 c7 c8"
                .split(" ")) {
            project = project.replaceAll("\\$" + name + "(?![a-z0-9])", Matcher.quoteReplacement(id(++n)));
        }
        project = project.replace("$second", second);
        return zip(file, Map.of("project.qde", project.getBytes(StandardCharsets.UTF_8), "Sources/paper.txt", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)));
    }

    static Path zip(Path file, Map<String, byte[]> entries) throws IOException {
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }
}
