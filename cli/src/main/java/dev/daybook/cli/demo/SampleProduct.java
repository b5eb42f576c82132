package dev.daybook.cli.demo;

/**
 * A product of the sample data.
 *
 * @param unitsInStock what is left of it when all orders are fulfilled
 */
record SampleProduct(String id, long unitsInStock) {}
