package dev.daybook.cli.demo;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.daybook.cli.demo.SampleOrder.Address;
import dev.daybook.cli.demo.SampleOrder.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The orders and products of the Northwind sample database, from the files beside its README. */
final class Northwind {
    private static final String NULL = "NULL";

    private Northwind() {}

    static List<SampleOrder> orders() {
        var shippers = read("shippers.csv").stream()
                .collect(toMap(row -> row.text("shipperID"), row -> row.text("companyName")));
        var lines = read("order-details.csv").stream()
                .collect(groupingBy(row -> row.text("orderID"), mapping(Northwind::line, toList())));
        return read("orders.csv").stream()
                .map(row -> order(row, lines.getOrDefault(row.text("orderID"), List.of()), shippers))
                .toList();
    }

    static List<SampleProduct> products() {
        return read("products.csv").stream()
                .map(row -> new SampleProduct(row.text("productID"), Long.parseLong(row.text("unitsInStock"))))
                .toList();
    }

    private static SampleOrder order(Row row, List<Line> lines, Map<String, String> shippers) {
        boolean shipped = row.nullable("shippedDate") != null;
        return new SampleOrder(
                row.text("orderID"),
                row.text("customerID"),
                new Address(
                        row.text("shipName"),
                        row.text("shipAddress"),
                        row.text("shipCity"),
                        row.nullable("shipRegion"),
                        row.nullable("shipPostalCode"),
                        row.text("shipCountry")),
                lines,
                shipped ? shippers.get(row.text("shipVia")) : null);
    }

    private static Line line(Row row) {
        return new Line(
                row.text("productID"),
                Integer.parseInt(row.text("quantity")),
                new BigDecimal(row.text("unitPrice")),
                new BigDecimal(row.text("discount")));
    }

    private static List<Row> read(String file) {
        try (var in = Northwind.class.getResourceAsStream("/northwind/" + file)) {
            if (in == null) {
                throw new IllegalStateException("The sample data /northwind/" + file + " is not on the class path");
            }
            return new CsvMapper()
                            .readerForMapOf(String.class)
                            .with(CsvSchema.emptySchema().withHeader())
                            .<Map<String, String>>readValues(in)
                            .readAll()
                            .stream()
                            .map(Row::new)
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the sample data " + file, e);
        }
    }

    /** A row of a file, by the names of the columns. */
    private record Row(Map<String, String> values) {
        String text(String column) {
            return Objects.requireNonNull(values.get(column), () -> "There is no column " + column + " in " + values);
        }

        @Nullable
        String nullable(String column) {
            var value = text(column);
            return value.equals(NULL) ? null : value;
        }
    }
}
