package dev.daybook.avro.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IdlFilesTest {
    @TempDir
    private Path folder;

    @Test
    void tells_messages_from_the_values_in_them() throws IOException {
        Idl.write(
                folder.resolve("shop/values.avdl"),
                "@namespace(\"shop\") protocol Values { record Address { string city; } enum Size { S, L } }");
        Idl.write(folder.resolve("shop/events.avdl"), """
            /** What happened. */
            @namespace("shop")
            protocol ShopEvent {
              import idl "values.avdl";
              record Sent { Address to; array<Parcel> parcels; }
              record Parcel { Size size; array<Parcel> inner; }
              record Box { array<Box> inner; }
            }
            """);

        List<IdlFile> files = IdlFiles.read(folder);

        assertThat(files).extracting(IdlFile::fullName).containsExactly("shop.ShopEvent", "shop.Values");
        assertThat(files).extracting(IdlFile::doc).containsExactly("What happened.", "");
        assertThat(files)
                .extracting(file -> names(file.types()))
                .containsExactly(List.of("Sent", "Parcel", "Box"), List.of("Address", "Size"));
        assertThat(files).extracting(file -> names(file.messages())).containsExactly(List.of("Sent", "Box"), List.of());
    }

    @Test
    void says_which_file_is_no_IDL_and_where() {
        assertThatThrownBy(() -> Idl.events(folder, "record Sent { text city; }"))
                .isInstanceOf(IdlException.class)
                .hasMessageContaining("events.avdl cannot be read: ")
                .hasMessageContaining("text");
    }

    @Test
    void asks_for_a_namespace() throws IOException {
        Idl.write(folder.resolve("events.avdl"), "protocol ShopEvent { record Sent { string city; } }");

        assertThatThrownBy(() -> IdlFiles.read(folder))
                .isInstanceOf(IdlException.class)
                .hasMessageEndingWith("events.avdl must hold a protocol with a namespace");
    }

    private static List<String> names(List<Schema> schemas) {
        return schemas.stream().map(Schema::getName).toList();
    }
}
