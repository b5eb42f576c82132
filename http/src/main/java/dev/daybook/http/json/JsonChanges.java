package dev.daybook.http.json;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two records, as JSON shows them: the deepest places that do, in the order of the fields.
 *
 * <p>Of two lists, what is equal at their beginnings and at their ends is taken for the same elements. What lies between is
 * compared element by element, and what one of them has more went away or came. So an element that is put in, taken out
 * or changed is one change, wherever it stands. A pointer to what went away counts in the old list, any other in the new one.
 */
public final class JsonChanges {
    private final List<JsonChange> found = new ArrayList<>();

    private JsonChanges() {}

    /** The changes from one record to another, which may be of another type. */
    public static List<JsonChange> between(IndexedRecord before, IndexedRecord after) {
        var changes = new JsonChanges();
        changes.records("", RecordJson.typeOf(before.getSchema()), before, RecordJson.typeOf(after.getSchema()), after);
        return List.copyOf(changes.found);
    }

    /** What both records have by name and type is compared; what only one has went away or came. */
    private void records(
            String path, RecordType oldType, IndexedRecord before, RecordType newType, IndexedRecord after) {
        for (var field : oldType.fields()) {
            var same = newType.schema().getField(field.name());
            if (same == null || !same.schema().equals(field.schema().schema())) {
                went(
                        path + pointer(field.name()),
                        field.type(),
                        before.get(field.schema().pos()));
            }
        }
        for (var field : newType.fields()) {
            var same = oldType.schema().getField(field.name());
            var value = after.get(field.schema().pos());
            var place = path + pointer(field.name());
            if (same == null || !same.schema().equals(field.schema().schema())) {
                came(place, field.type(), value);
            } else {
                values(place, field.type(), before.get(same.pos()), value);
            }
        }
    }

    private void values(String path, JsonType type, @Nullable Object before, @Nullable Object after) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (before == null || after == null) {
            change(path, type, before, after);
            return;
        }
        switch (type) {
            case OptionalType optional -> values(path, optional.present(), before, after);
            case RecordType record -> records(path, record, (IndexedRecord) before, record, (IndexedRecord) after);
            case ListType list -> lists(path, list.element(), (List<?>) before, (List<?>) after);
            case MapType map -> maps(path, map.value(), (Map<?, ?>) before, (Map<?, ?>) after);
            default -> change(path, type, before, after);
        }
    }

    private void lists(String path, JsonType element, List<?> before, List<?> after) {
        var shorter = Math.min(before.size(), after.size());
        var head = 0;
        while (head < shorter && same(element, before.get(head), after.get(head))) {
            head++;
        }
        var tail = 0;
        while (tail < shorter - head
                && same(element, before.get(before.size() - 1 - tail), after.get(after.size() - 1 - tail))) {
            tail++;
        }
        for (var i = head; i < shorter - tail; i++) {
            values(path + "/" + i, element, before.get(i), after.get(i));
        }
        for (var i = shorter - tail; i < before.size() - tail; i++) {
            went(path + "/" + i, element, before.get(i));
        }
        for (var i = shorter - tail; i < after.size() - tail; i++) {
            came(path + "/" + i, element, after.get(i));
        }
    }

    /** Whether they are the same in JSON: a record's own equality may tell 1 from 1.0. */
    private static boolean same(JsonType type, @Nullable Object one, @Nullable Object other) {
        var changes = new JsonChanges();
        changes.values("", type, one, other);
        return changes.found.isEmpty();
    }

    private void maps(String path, JsonType value, Map<?, ?> before, Map<?, ?> after) {
        var names = new LinkedHashSet<Object>(before.keySet());
        names.addAll(after.keySet());
        names.forEach(name -> values(path + pointer(name.toString()), value, before.get(name), after.get(name)));
    }

    private void went(String path, JsonType type, @Nullable Object before) {
        change(path, type, before, null);
    }

    private void came(String path, JsonType type, @Nullable Object after) {
        change(path, type, null, after);
    }

    private void change(String path, JsonType type, @Nullable Object before, @Nullable Object after) {
        if (before != null || after != null) {
            found.add(new JsonChange(path, JsonChange.Side.of(type, before), JsonChange.Side.of(type, after)));
        }
    }

    private static String pointer(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
