package dev.daybook.cli.stack;

import java.util.List;

/**
 * What a stack is to be.
 *
 * @param host where the APIs listen
 * @param ports where everything listens; 0 for any free port
 */
public record Plan(DataFolder data, String host, Ports ports, Fleet fleet) {

    /** Where several gateways listen: the first where one would, each other on the next port that is free. */
    List<Integer> gatewayPorts() {
        return ports.following(host, ports.gateway, fleet.gateways);
    }

    /** Where several projection apps listen, likewise. */
    List<Integer> queryPorts() {
        return ports.following(host, ports.query, fleet.projections);
    }

    /** Where several process managers listen, likewise. */
    List<Integer> processesPorts() {
        return ports.following(host, ports.processes, fleet.processManagers);
    }

    /** Where several processors serve their health. */
    List<Integer> processorPorts() {
        return ports.following(Addresses.LOOPBACK, ports.processorAdmin, fleet.processors);
    }
}
