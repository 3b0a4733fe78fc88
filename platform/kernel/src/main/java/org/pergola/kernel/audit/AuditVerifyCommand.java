package org.pergola.kernel.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.audit.Audit;
import org.pergola.api.audit.Audit.Verification;
import org.pergola.api.command.Command;
import org.pergola.api.text.Text;
import org.pergola.api.text.Texts;

/** {@code audit verify}. */
@Component
public final class AuditVerifyCommand implements Command {

    private final Audit audit;
    private final Texts texts;

    @Activate
    public AuditVerifyCommand(@Reference Audit audit, @Reference Texts texts) {
        this.audit = audit;
        this.texts = texts;
    }

    @Override
    public String words() {
        return "audit verify";
    }

    @Override
    public Text summary() {
        return Text.of("kernel.command.audit-verify");
    }

    @Override
    public Result run(List<String> arguments) {
        Verification found = audit.verify();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("rows", found.rows());
        data.put("intact", found.intact());
        data.put("head", found.head());
        found.firstBroken().ifPresent(position -> data.put("firstBroken", position));
        Text words = found.firstBroken()
                .map(position -> Text.of("kernel.command.audit-verify.broken", position, found.rows()))
                .orElseGet(() -> Text.of("kernel.command.audit-verify.intact", found.rows()));
        return new Result(found.intact() ? 0 : 1, List.of(texts.words(words)), data);
    }
}
