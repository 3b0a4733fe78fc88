package org.pergola.ui;

/** The platform's own slots. Plugins name theirs {@code <id>.<page>.<place>}. @since 0.1 */
public final class Slots {
    /** The one large thing at the top of the portal's start page: what next. */
    public static final String HOME_HERO = "portal.home.hero";
    /** The wide column of the start page: blocks with a heading. */
    public static final String HOME_MAIN = "portal.home.main";
    /** The narrow column of the start page: cards. */
    public static final String HOME_SIDE = "portal.home.side";
    /** One sentence under the greeting. */
    public static final String HOME_LEDE = "portal.home.lede";
    /** Rows of what needs an administrator, each with its own button. */
    public static final String OVERVIEW_ATTENTION = "admin.overview.attention";
    /** Four facts in a row at the top of the overview. */
    public static final String OVERVIEW_FACTS = "admin.overview.facts";
    /** Cards below. */
    public static final String OVERVIEW_TILES = "admin.overview.tiles";
    /** A section in the details of a person; context {@link org.pergola.api.people.Person}. */
    public static final String PERSON_DETAIL = "admin.person.detail";
    /** Links in the menu behind one's own picture. */
    public static final String USER_MENU = "user.menu";

    private Slots() {
    }
}
