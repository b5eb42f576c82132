package dev.daybook.gateway.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.daybook.avro.RecordCodec;
import dev.daybook.gateway.catalog.AggregateType;
import dev.daybook.gateway.catalog.Catalog;
import dev.daybook.gateway.catalog.CommandType;
import dev.daybook.http.json.JsonLimits;
import dev.daybook.platform.context.BoundedContexts;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OpenApiTest {
    private static final Catalog CATALOG = Catalog.of(BoundedContexts.load(), JsonLimits.DEFAULT);
    private static final JsonNode DOCUMENT = OpenApi.of(CATALOG).root();

    static Stream<Arguments> commands() {
        return CATALOG.aggregates().stream()
                .flatMap(aggregate -> aggregate.commands().stream().map(command -> Arguments.of(aggregate, command)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void describes_every_command(AggregateType aggregate, CommandType<?> command) {
        var operation = operation(aggregate, command);

        assertThat(operation.path("operationId").asText()).isEqualTo(aggregate.name() + "." + command.name());
        assertThat(operation.path("summary").asText()).isNotEmpty();
        assertThat(fieldNames(operation.path("responses")))
                .contains("200", "202", "400", "404", "405", "412", "413", "415", "422", "431", "500", "503");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void gives_examples_that_the_reader_accepts(AggregateType aggregate, CommandType<?> command) {
        var example = operation(aggregate, command).at("/requestBody/content/application~1json/example");

        assertThat(example.isObject()).isTrue();
        assertThatCode(() -> command.json().read(example.toString().getBytes(UTF_8)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void has_a_schema_with_the_fields_of_every_command(AggregateType aggregate, CommandType<?> command) {
        var schema = resolved(operation(aggregate, command).at("/requestBody/content/application~1json/schema"));
        RecordCodec<?> codec = command.json().codec();

        var fields = codec.schema().getFields();
        assertThat(schema.path("additionalProperties").isBoolean()).isTrue();
        assertThat(fieldNames(schema.path("properties")))
                .containsExactlyElementsOf(
                        fields.stream().map(field -> field.name()).toList());
        assertThat(schema.path("required").valueStream().map(JsonNode::asText))
                .containsExactlyElementsOf(fields.stream()
                        .filter(field -> !field.hasDefaultValue())
                        .map(field -> field.name())
                        .toList());
    }

    @Test
    void says_what_the_avro_schema_says() {
        var addItem = DOCUMENT.at("/components/schemas/dev.daybook.orders.AddItem");
        assertThat(addItem.path("description").asText())
                .isEqualTo("Adds a line to an order that is not confirmed yet.");
        assertThat(addItem.at("/properties/quantity").toString())
                .isEqualTo(
                        "{\"type\":\"integer\",\"format\":\"int32\",\"minimum\":-2147483648,\"maximum\":2147483647}");
        assertThat(addItem.at("/properties/discount/default").asText()).isEqualTo("0");
        assertThat(addItem.at("/properties/discount/description").asText())
                .startsWith("The part of the price that is let off, from 0 to 1.")
                .contains("at most 1 digits before the point and 4 after it");
        assertThat(DOCUMENT.at("/components/schemas/dev.daybook.orders.CreateOrder/properties/shipTo")
                        .toString())
                .isEqualTo("{\"anyOf\":[{\"$ref\":\"#/components/schemas/dev.daybook.orders.ShipTo\"},"
                        + "{\"type\":\"null\"}]}");
    }

    @Test
    void refers_only_to_what_it_has() {
        var references = DOCUMENT.findValuesAsText("$ref");

        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(reference)
                        .startsWith("#/")
                        .satisfies(each -> assertThat(
                                        DOCUMENT.at(each.substring(1)).isObject())
                                .as(each)
                                .isTrue()));
    }

    @Test
    void declares_every_parameter_of_a_path_and_names_every_operation_once() {
        var operations = DOCUMENT.path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue().propertyStream().map(operation -> {
                    assertThat(pathParameters(operation.getValue()))
                            .containsExactlyElementsOf(templates(path.getKey()));
                    return operation.getValue().path("operationId").asText();
                }))
                .toList();

        assertThat(operations).doesNotHaveDuplicates().doesNotContain("");
    }

    private static JsonNode operation(AggregateType aggregate, CommandType<?> command) {
        return DOCUMENT.path("paths")
                .path("/v1/%s/{id}/%s".formatted(aggregate.name(), command.name()))
                .path("post");
    }

    private static JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : DOCUMENT.at(JsonPointer.compile(reference.substring(1)));
    }

    private static List<String> pathParameters(JsonNode operation) {
        return operation
                .path("parameters")
                .valueStream()
                .map(OpenApiTest::resolved)
                .filter(parameter -> parameter.path("in").asText().equals("path"))
                .filter(parameter -> parameter.path("required").asBoolean())
                .map(parameter -> parameter.path("name").asText())
                .toList();
    }

    private static List<String> templates(String path) {
        return Stream.of(path.split("/"))
                .filter(segment -> segment.startsWith("{"))
                .map(segment -> segment.substring(1, segment.length() - 1))
                .toList();
    }

    private static List<String> fieldNames(JsonNode object) {
        return object.propertyStream().map(property -> property.getKey()).toList();
    }
}
