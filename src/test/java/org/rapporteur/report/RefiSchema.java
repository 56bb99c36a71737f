package org.rapporteur.report;

import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;

/** The schema of REFI-QDA projects as it was published. */
final class RefiSchema {

    private RefiSchema() {}

    static void validate(String project) throws Exception {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(RefiSchema.class.getResource("/refi-qda/Project.xsd")).newValidator()
                .validate(new StreamSource(new StringReader(project)));
    }
}
