package org.pergola.kernel.audit;

import java.util.List;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.pergola.api.access.Access;
import org.pergola.api.actor.Actors;
import org.pergola.api.audit.Audit;
import org.pergola.api.data.Database;
import org.pergola.api.time.Clock;
import org.pergola.kernel.event.Sequencer;
import org.pergola.kernel.folder.DataFolder;
import org.pergola.kernel.work.Origin;

/** One for each bundle, so that a row knows which version of what wrote it. */
@Component(service = Audit.class, scope = ServiceScope.BUNDLE)
public final class BundleAudit implements Audit {

    static final String SEE = "kernel.audit.see";

    private final Access access;
    private final AuditLog log;
    private final AuditList list;
    private final AuditVerifier verifier;

    @Activate
    public BundleAudit(ComponentContext context, @Reference Database database, @Reference Actors actors,
            @Reference Clock clock, @Reference Access access, @Reference Sequencer sequencer) {
        this.access = access;
        this.log = new AuditLog(database, actors, clock, Origin.of(context.getUsingBundle()), sequencer::wake);
        this.list = new AuditList(database);
        this.verifier = new AuditVerifier(database);
    }

    @Override
    public void record(Entry entry) {
        log.record(entry);
    }

    @Override
    public List<Row> list(Query query) {
        access.requireAnywhere(SEE);
        return list.list(query);
    }

    @Override
    public Verification verify() {
        access.requireAnywhere(SEE);
        return verifier.verify(AuditHead.read(DataFolder.ofProcess()));
    }
}
