package org.rapporteur.coding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The codes of a call, in the order of the file. */
public final class Codebook {

    private final Map<CodeId, Code> codes = new LinkedHashMap<>();

    Codebook(List<Code> codes) {
        codes.forEach(code -> this.codes.put(code.id(), code));
    }

    public List<Code> all() {
        return List.copyOf(codes.values());
    }

    public List<Code> of(CodeKind kind) {
        return codes.values().stream().filter(code -> code.kind() == kind).toList();
    }

    public List<Code> themes() {
        return of(CodeKind.THEME);
    }

    /** The questions of a theme, the codes of a question. */
    public List<Code> below(Code parent) {
        return codes.values().stream().filter(code -> code.parent().equals(Optional.of(parent.id()))).toList();
    }

    public Optional<Code> find(CodeId id) {
        return Optional.ofNullable(codes.get(id));
    }

    /** The theme a code belongs to; empty for codes that run across the themes. */
    public Optional<Code> themeOf(CodeId id) {
        return ancestor(id, CodeKind.THEME);
    }

    /** The question a code belongs to. */
    public Optional<Code> questionOf(CodeId id) {
        return ancestor(id, CodeKind.QUESTION);
    }

    /** The kind of means a coding with this code speaks of; empty where the codebook names none. */
    public Optional<Instrument> instrumentOf(CodeId id) {
        return find(id).flatMap(Code::instrument);
    }

    private Optional<Code> ancestor(CodeId id, CodeKind kind) {
        Optional<Code> code = find(id);
        while (code.isPresent() && code.get().kind() != kind) {
            code = code.get().parent().flatMap(this::find);
        }
        return code;
    }
}
