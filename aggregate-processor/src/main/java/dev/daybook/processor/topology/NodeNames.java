package dev.daybook.processor.topology;

/**
 * The names of the nodes of the sub-topology of a type of aggregate.
 *
 * @param aggregateType the type of aggregate
 */
record NodeNames(String aggregateType) {

    String commands() {
        return aggregateType + "-commands";
    }

    String decide() {
        return aggregateType + "-decide";
    }

    String events() {
        return aggregateType + "-events";
    }

    String replies(String topic) {
        return aggregateType + "-to-" + topic;
    }

    String deadLetters() {
        return aggregateType + "-dead-letters";
    }
}
