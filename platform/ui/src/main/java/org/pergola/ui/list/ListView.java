package org.pergola.ui.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.pergola.ui.Page;
import org.pergola.ui.part.Icon;
import org.pergola.ui.part.Markup;
import org.pergola.ui.part.Push;

/**
 * A list that is loaded as one scrolls: search, views as chips, rows, and details that open beside it while the list
 * keeps its place. Made by {@link Page#list}; the parts are said in any order, then it is added to the page.
 *
 * @since 0.1
 */
public final class ListView<T> extends Div {
    private static final long serialVersionUID = 1L;
    private static final int PAGE_SIZE = 40;
    private static final int SEARCH_PAUSE_MILLIS = 250;

    private final transient Page page;
    private final Grid<T> grid = new Grid<>();
    private final Div tools = new Div();
    private final Div chips = new Div();
    private final Div main = new Div();
    private final Aside beside = new Aside();
    private final transient Map<String, NativeButton> views = new LinkedHashMap<>();
    private final transient List<Component> ends = new ArrayList<>();
    private transient Function<T, Object> key = row -> row;
    private transient Function<T, Component> details;
    private transient Component empty = new Div();
    private transient Component nothingFound = new Div();
    private String search = "";
    private String view = "";

    public ListView(Page page) {
        this.page = page;
        addClassName("pg-list");
        main.addClassName("pg-list-main");
        tools.addClassName("pg-list-tools");
        chips.addClassName("pg-chips");
        beside.addClassName("pg-list-beside");
        beside.setVisible(false);
        beside.getElement().addEventListener("keydown", pressed -> closeAndGoBack())
                .setFilter("event.key === 'Escape' && !event.defaultPrevented");
        tools.setVisible(false);
        chips.setVisible(false);
        grid.setPageSize(PAGE_SIZE);
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addClassName("pg-grid");
        grid.setEmptyStateText("");
        main.add(tools, chips, grid);
        add(main, beside);
    }

    /** A column; {@code Markup} says how the cell looks. */
    public ListView<T> column(String header, Function<T, Markup> cell) {
        return column(header, 1, cell);
    }

    /** @param share how wide, in proportion to the others */
    public ListView<T> column(String header, int share, Function<T, Markup> cell) {
        grid.addColumn(LitRenderer.<T>of("<div class=\"pg-cell\" .innerHTML=\"${item.html}\"></div>")
                .withProperty("html", row -> cell.apply(row).html())).setHeader(header).setFlexGrow(share)
                .setWidth(share * 60 + "px");
        return this;
    }

    /** What makes two rows the same, such as the id. */
    public ListView<T> key(Function<T, Object> rowKey) {
        key = rowKey;
        return this;
    }

    /** What screen readers call the list. */
    public ListView<T> label(String words) {
        grid.getElement().setAttribute("aria-label", words);
        return this;
    }

    /** Rows by offset, and how many there are. */
    public ListView<T> rows(Function<Ask, List<T>> fetch, ToIntFunction<Ask> count) {
        grid.setItems(query -> fetch.apply(ask(query.getOffset(), query.getLimit())).stream(),
                query -> showEmpty(count.applyAsInt(ask(0, Integer.MAX_VALUE))));
        identify();
        return this;
    }

    /** Rows by key: each answer says where the next begins. */
    public ListView<T> pages(BiFunction<Ask, Optional<String>, Slice<T>> fetch) {
        Cursors<T> cursors = new Cursors<>(fetch);
        grid.setItems(query -> {
            List<T> rows = cursors.rows(ask(query.getOffset(), query.getLimit()));
            if (query.getOffset() == 0) {
                showEmpty(rows.size());
            }
            return rows.stream();
        }).setItemCountUnknown();
        identify();
        return this;
    }

    /** All rows at once, for short lists. */
    public ListView<T> all(Function<Ask, List<T>> fetch) {
        grid.setAllRowsVisible(true);
        addClassName("pg-list-short");
        return rows(ask -> {
            List<T> rows = fetch.apply(ask);
            return rows.subList(Math.min(ask.offset(), rows.size()),
                    (int) Math.min(rows.size(), (long) ask.offset() + ask.limit()));
        }, ask -> fetch.apply(ask).size());
    }

    /** A search field with these words in it. */
    public ListView<T> search(String placeholder) {
        TextField field = new TextField();
        field.setPlaceholder(placeholder);
        field.setAriaLabel(placeholder);
        field.setPrefixComponent(Icon.of("search"));
        field.setClearButtonVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(SEARCH_PAUSE_MILLIS);
        field.addClassName("pg-search");
        field.addValueChangeListener(change -> {
            search = change.getValue().strip();
            refresh();
        });
        tools.addComponentAsFirst(field);
        tools.setVisible(true);
        return this;
    }

    /** Beside the search field. */
    public ListView<T> tools(Component... components) {
        tools.add(components);
        tools.setVisible(true);
        return this;
    }

    /** A view as a chip; the first one is chosen. @param count in words; empty for none */
    public ListView<T> view(String id, String name, String count) {
        NativeButton chip = new NativeButton();
        chip.addClassName("pg-chip");
        chip.getElement().setProperty("innerHTML", Markup.text(name)
                .plus(count.isEmpty() ? Markup.nothing() : Markup.element("span", "pg-count", Markup.text(count))).html());
        chip.addClickListener(click -> choose(id));
        if (views.isEmpty()) {
            view = id;
        }
        views.put(id, chip);
        chips.add(chip);
        chips.setVisible(true);
        mark();
        return this;
    }

    /** Details that open at the right when a row is pressed. */
    public ListView<T> beside(Function<T, Component> rowDetails) {
        details = rowDetails;
        return onOpen(this::open);
    }

    /** When a row is pressed. */
    public ListView<T> onOpen(Consumer<T> opened) {
        grid.addClassName("pg-pressable-rows");
        grid.setSelectionMode(Grid.SelectionMode.SINGLE);
        grid.asSingleSelect().addValueChangeListener(change -> {
            if (change.isFromClient()) {
                Optional.ofNullable(change.getValue()).ifPresentOrElse(opened, this::close);
            }
        });
        return this;
    }

    /** Shown instead of the grid where there is nothing at all. */
    public ListView<T> empty(Component teaching) {
        empty.getElement().removeFromParent();
        empty = teaching;
        empty.setVisible(false);
        main.add(empty);
        return this;
    }

    /** Shown where the search found nothing. */
    public ListView<T> nothingFound(Component words) {
        nothingFound.getElement().removeFromParent();
        nothingFound = words;
        nothingFound.setVisible(false);
        main.add(nothingFound);
        return this;
    }

    /** Opens the details of a row, as if it had been pressed. */
    public void open(T row) {
        beside.removeAll();
        Div bar = new Div(Push.icon("x", page.words("ui.list.close"), this::closeAndGoBack));
        bar.addClassName("pg-list-beside-bar");
        beside.add(bar, details.apply(row));
        beside.setVisible(true);
        addClassName("pg-open");
    }

    public void close() {
        grid.deselectAll();
        beside.removeAll();
        beside.setVisible(false);
        removeClassName("pg-open");
    }

    /** Whoever was in the details is back in the list, at the row that they came from. */
    private void closeAndGoBack() {
        close();
        grid.getElement().executeJs("(this.shadowRoot.querySelector('#items [tabindex=\"0\"]') || this).focus()");
    }

    /** Reads the rows again and keeps the place. */
    public void refresh() {
        grid.getDataProvider().refreshAll();
    }

    private void choose(String id) {
        view = id;
        mark();
        refresh();
    }

    private void mark() {
        views.forEach((id, chip) -> chip.getElement().setAttribute("aria-pressed", String.valueOf(id.equals(view))));
    }

    private Ask ask(int offset, int limit) {
        return new Ask(offset, limit, search, view);
    }

    private int showEmpty(int count) {
        boolean asked = !search.isEmpty() || (!views.isEmpty() && !views.keySet().iterator().next().equals(view));
        grid.setVisible(count > 0);
        empty.setVisible(count == 0 && !asked);
        nothingFound.setVisible(count == 0 && asked);
        return count;
    }

    private void identify() {
        grid.getDataCommunicator().getKeyMapper().setIdentifierGetter(row -> key.apply(row));
    }
}
