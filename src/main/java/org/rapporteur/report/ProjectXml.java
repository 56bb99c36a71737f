package org.rapporteur.report;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes {@code project.qde}: users, codebook, variables, sources with their codings, notes, in the order of the schema. */
final class ProjectXml {

    private static final String NAMESPACE = "urn:QDA-XML:project:1.0";
    private static final String SCHEMA = NAMESPACE + " http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd";

    private final RefiProject project;
    private final Set<String> variables = new LinkedHashSet<>();
    private final Map<String, String> notes = new LinkedHashMap<>();

    private ProjectXml(RefiProject project) {
        this.project = project;
        project.sources().forEach(source -> variables.addAll(source.variables().keySet()));
    }

    static byte[] write(RefiProject project) {
        return CodebookXml.document(new ProjectXml(project)::project);
    }

    private void project(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("Project");
        CodebookXml.root(xml, NAMESPACE, SCHEMA);
        xml.writeAttribute("name", CodebookXml.line(project.name()));
        xml.writeAttribute("origin", project.origin());
        xml.writeAttribute("creatingUserGUID", project.owner());
        users(xml);
        xml.writeStartElement("CodeBook");
        CodebookXml.codes(xml, project.codes());
        xml.writeEndElement();
        variables(xml);
        sources(xml);
        notes(xml);
        xml.writeEndElement();
    }

    private void users(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("Users");
        for (Map.Entry<String, String> user : project.users().entrySet()) {
            xml.writeEmptyElement("User");
            xml.writeAttribute("guid", user.getKey());
            xml.writeAttribute("name", CodebookXml.line(user.getValue()));
        }
        xml.writeEndElement();
    }

    private void variables(XMLStreamWriter xml) throws XMLStreamException {
        if (!variables.isEmpty()) {
            xml.writeStartElement("Variables");
            for (String variable : variables) {
                xml.writeEmptyElement("Variable");
                xml.writeAttribute("guid", variable(variable));
                xml.writeAttribute("name", variable);
                xml.writeAttribute("typeOfVariable", "Text");
            }
            xml.writeEndElement();
        }
    }

    private void sources(XMLStreamWriter xml) throws XMLStreamException {
        if (!project.sources().isEmpty()) {
            xml.writeStartElement("Sources");
            for (RefiProject.Source source : project.sources()) {
                source(xml, source);
            }
            xml.writeEndElement();
        }
    }

    private void source(XMLStreamWriter xml, RefiProject.Source source) throws XMLStreamException {
        xml.writeStartElement("TextSource");
        xml.writeAttribute("guid", source.guid());
        xml.writeAttribute("name", CodebookXml.line(source.name()));
        xml.writeAttribute("plainTextPath", "internal://" + file(source));
        CodebookXml.text(xml, "Description", source.description());
        for (RefiProject.Selection selection : source.selections()) {
            selection(xml, selection);
        }
        for (Map.Entry<String, String> value : source.variables().entrySet()) {
            xml.writeStartElement("VariableValue");
            xml.writeEmptyElement("VariableRef");
            xml.writeAttribute("targetGUID", variable(value.getKey()));
            CodebookXml.text(xml, "TextValue", value.getValue());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void selection(XMLStreamWriter xml, RefiProject.Selection selection) throws XMLStreamException {
        xml.writeStartElement("PlainTextSelection");
        xml.writeAttribute("guid", selection.guid());
        xml.writeAttribute("name", CodebookXml.line(selection.name()));
        xml.writeAttribute("startPosition", String.valueOf(selection.start()));
        xml.writeAttribute("endPosition", String.valueOf(selection.end()));
        CodebookXml.text(xml, "Description", selection.description());
        for (RefiProject.Coding coding : selection.codings()) {
            xml.writeStartElement("Coding");
            xml.writeAttribute("guid", coding.guid());
            xml.writeAttribute("creatingUser", coding.user());
            if (coding.at().isPresent()) {
                xml.writeAttribute("creationDateTime", coding.at().map(Instant::toString).orElseThrow());
            }
            reference(xml, "CodeRef", coding.code());
            if (!coding.note().isEmpty()) {
                String note = Guids.of(coding.guid(), "note");
                notes.put(note, coding.note());
                reference(xml, "NoteRef", note);
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void notes(XMLStreamWriter xml) throws XMLStreamException {
        if (!notes.isEmpty()) {
            xml.writeStartElement("Notes");
            for (Map.Entry<String, String> note : new ArrayList<>(notes.entrySet())) {
                xml.writeStartElement("Note");
                xml.writeAttribute("guid", note.getKey());
                CodebookXml.text(xml, "PlainTextContent", note.getValue());
                xml.writeEndElement();
            }
            xml.writeEndElement();
        }
    }

    /** The name of its text below the folder of sources. */
    static String file(RefiProject.Source source) {
        return source.guid() + ".txt";
    }

    private static String variable(String name) {
        return Guids.of("variable", name);
    }

    private static void reference(XMLStreamWriter xml, String element, String guid) throws XMLStreamException {
        xml.writeEmptyElement(element);
        xml.writeAttribute("targetGUID", guid);
    }

    /** The texts by the name of their file, as UTF-8. */
    static Map<String, byte[]> texts(List<RefiProject.Source> sources) {
        Map<String, byte[]> texts = new LinkedHashMap<>();
        sources.forEach(source -> texts.put(file(source), source.text().raw().getBytes(StandardCharsets.UTF_8)));
        return texts;
    }
}
