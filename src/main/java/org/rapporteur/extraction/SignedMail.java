package org.rapporteur.extraction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSTypedData;

/** What an S/MIME envelope holds: signed content is taken out, encrypted content is told. Whether the signature is good is not looked at. */
final class SignedMail {

    private static final String TYPE = "application/pkcs7-mime";

    private SignedMail() {}

    /** @throws IOException where it is no envelope, or breaks off */
    static Reading read(Path file, String name, Attachments attachments) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        ASN1ObjectIdentifier kind = kind(bytes);
        if (kind.equals(CMSObjectIdentifiers.envelopedData) || kind.equals(CMSObjectIdentifiers.authEnvelopedData)) {
            return new Reading.NoText(TYPE, Cause.ENCRYPTED);
        }
        CMSTypedData content = kind.equals(CMSObjectIdentifiers.signedData) ? content(bytes) : null;
        if (content == null) {
            return new Reading.NoText("application/pkcs7-signature", Cause.UNSUPPORTED);
        }
        try (InputStream signed = new ByteArrayInputStream((byte[]) content.getContent())) {
            attachments.add(inner(name), null, signed);
        }
        return new Reading.Container(TYPE, null, null, List.of(), attachments.files());
    }

    private static ASN1ObjectIdentifier kind(byte[] bytes) throws IOException {
        try {
            return ContentInfo.getInstance(bytes).getContentType();
        } catch (IllegalArgumentException malformed) {
            throw new IOException("no S/MIME", malformed);
        }
    }

    private static CMSTypedData content(byte[] bytes) throws IOException {
        try {
            return new CMSSignedData(bytes).getSignedContent();
        } catch (CMSException malformed) {
            throw new IOException("no signed content", malformed);
        }
    }

    /** The file that was signed has the name without the ending; a mail that was signed has none of its own. */
    private static String inner(String name) {
        String without = name.replaceFirst("(?i)\\.p7[ms]$", "");
        return without.equals(name) || without.equalsIgnoreCase("smime") || without.indexOf('.') < 0 ? "signed mail.eml" : without;
    }
}
