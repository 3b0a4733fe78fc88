package org.pergola.media.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import org.pergola.media.Content.DoneBy;
import org.pergola.ui.Page;
import org.pergola.ui.form.Form;
import org.pergola.ui.form.Values;

/** The two questions that files and links share: when it is done, and what is said above it. */
final class DoneByField {

    private DoneByField() {
    }

    static void add(Page page, Form form, DoneBy doneBy, String note) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put(DoneBy.OPENING.name(), page.words("media.editor.done.opening"));
        options.put(DoneBy.CONFIRMATION.name(), page.words("media.editor.done.confirmation"));
        form.choice("doneBy", page.words("media.editor.done"), options).value(doneBy.name());
        form.area("note", page.words("media.editor.note")).value(note).help(page.words("media.editor.note.help"));
    }

    static DoneBy of(Values values) {
        return DoneBy.valueOf(values.string("doneBy"));
    }
}
