package org.pergola.page;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.owner.DataOwner;
import org.pergola.api.text.Text;

/** Whom switching pages off would touch. */
@Component
public final class Usage implements DataOwner {

    private final Pages pages;

    @Activate
    public Usage(@Reference Pages pages) {
        this.pages = pages;
    }

    @Override
    public List<DataOwner.Usage> usage() {
        long count = pages.count();
        return count == 0 ? List.of() : List.of(new DataOwner.Usage(count, Text.of("page.usage", count)));
    }
}
