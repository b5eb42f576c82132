package dev.daybook.cli.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An event of a stream.
 *
 * @param id what the stream goes on after
 * @param type its type
 * @param data its data
 */
public record ServerEvent(String id, String type, JsonNode data) {}
