package dev.daybook.benchmarks.fulfillment;

/** Who finds out that an order can be shipped. */
enum Way {
    /** The process: it reserves stock for every line and takes it out when the order is shipped. */
    FULFILLED("with fulfillment"),
    /** The load itself, which just says so: no stock, no process. */
    BARE("without");

    private final String words;

    Way(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
