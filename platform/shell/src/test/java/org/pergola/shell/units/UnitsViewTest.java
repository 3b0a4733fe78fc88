package org.pergola.shell.units;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.pergola.api.people.OrgUnits.OrgUnit;

class UnitsViewTest {

    @Test
    void each_unit_stands_below_the_one_it_belongs_to_also_where_that_may_not_be_seen() {
        OrgUnit a = unit("A", Optional.empty());
        OrgUnit b = unit("B", Optional.empty());
        OrgUnit inA = unit("In A", Optional.of(a.id()));
        OrgUnit inInA = unit("In in A", Optional.of(inA.id()));
        OrgUnit orphan = unit("Of nobody seen", Optional.of(new UUID(9, 9)));
        assertEquals(List.of(a, inA, inInA, b, orphan), UnitsView.inTree(List.of(a, b, inA, orphan, inInA)));
    }

    private static OrgUnit unit(String name, Optional<UUID> parent) {
        return new OrgUnit(new UUID(0, name.hashCode()), name, parent, 0, 0);
    }
}
