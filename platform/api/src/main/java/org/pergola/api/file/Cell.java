package org.pergola.api.file;

import java.util.regex.Pattern;

/**
 * Cells of CSV and of spreadsheets: what somebody has written must not be taken for a formula. Every export writes
 * {@link #safe}, every import reads {@link #plain}; the way there and back changes nothing.
 *
 * @since 0.1
 */
public final class Cell {

    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r\\n\\uFF1D\\uFF0B\\uFF0D\\uFF20].*", Pattern.DOTALL);
    private static final Pattern ESCAPED = Pattern.compile("'+[=+\\-@\\t\\r\\n\\uFF1D\\uFF0B\\uFF0D\\uFF20].*", Pattern.DOTALL);

    private Cell() {
    }

    /** With an apostrophe before what a spreadsheet would calculate. */
    public static String safe(String words) {
        return FORMULA.matcher(words).matches() ? "'" + words : words;
    }

    /** Without the apostrophe of {@link #safe}. */
    public static String plain(String cell) {
        return ESCAPED.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
