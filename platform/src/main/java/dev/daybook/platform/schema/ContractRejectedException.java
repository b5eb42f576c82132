package dev.daybook.platform.schema;

import dev.daybook.platform.PlatformException;
import java.util.List;
import java.util.stream.Collectors;

/** The registry refuses schemas that an app cannot run without. */
public final class ContractRejectedException extends PlatformException {
    private final List<SchemaRejectedException> rejections;

    ContractRejectedException(List<SchemaRejectedException> rejections) {
        super(rejections.stream()
                .map(Throwable::getMessage)
                .collect(Collectors.joining(
                        "\n", "", "\nChange the schema so that it is compatible, or give the new shape a new name.")));
        this.rejections = List.copyOf(rejections);
    }

    /** The refusals, one for each subject. */
    public List<SchemaRejectedException> rejections() {
        return rejections;
    }
}
