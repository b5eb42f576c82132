package dev.daybook.gateway;

import dev.daybook.gateway.request.WaitPolicy;
import dev.daybook.http.HttpConfig;
import dev.daybook.http.json.JsonLimits;
import dev.daybook.http.request.Principals;
import dev.daybook.platform.config.CommonConfig;
import dev.daybook.platform.config.ConfigException;
import dev.daybook.platform.config.Setting;
import dev.daybook.platform.config.Settings;
import dev.daybook.platform.config.ValueType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a command gateway runs.
 *
 * @param common what all apps share
 * @param http how it serves HTTP
 * @param maxBodyBytes the largest body of a command
 * @param json what a body may cost
 * @param waiting how long callers wait
 * @param maxInFlight how many commands are in flight at once at most
 * @param appendTimeout how long Kafka has to confirm a command
 * @param principals how it finds on whose behalf a request is made
 * @param replyPartition which partition of replies it reads; empty: any
 */
public record GatewayConfig(
        CommonConfig common,
        HttpConfig http,
        int maxBodyBytes,
        JsonLimits json,
        WaitPolicy waiting,
        int maxInFlight,
        Duration appendTimeout,
        Principals principals,
        Optional<Integer> replyPartition) {
    private static final Setting<Integer> PORT = HttpConfig.port(8080);
    private static final Setting<Integer> MAX_BODY = Setting.of(
            "http.body.max",
            ValueType.integer(1024, 16 << 20),
            256 * 1024,
            "bytes",
            "the largest body of a command; above it the answer is 413");
    private static final Setting<Integer> MAX_NESTING = Setting.of(
            "json.nesting.max",
            ValueType.integer(1, 1000),
            JsonLimits.DEFAULT.nesting(),
            "levels",
            "how deep objects and arrays may be nested; above it the answer is 400");
    private static final Setting<Integer> MAX_NUMBER = Setting.of(
            "json.number.max",
            ValueType.integer(1, 1000),
            JsonLimits.DEFAULT.numberLength(),
            "characters",
            "how long a number may be; above it the answer is 400");
    private static final Setting<Duration> DEFAULT_WAIT = Setting.of(
            "wait.default",
            ValueType.duration(),
            Duration.ofSeconds(10),
            "how long a caller without a preference waits for an outcome; after that the answer is 202");
    private static final Setting<Duration> MAX_WAIT = Setting.of(
            "wait.max", ValueType.duration(), Duration.ofSeconds(60), "the longest wait that a caller can prefer");
    private static final Setting<Integer> MAX_IN_FLIGHT = Setting.of(
            "commands.inflight.max",
            ValueType.integer(1, 1_000_000),
            10_000,
            "requests",
            "how many commands and inquiries may be in flight at once; above it the answer is 503");
    private static final Setting<Duration> APPEND_TIMEOUT = Setting.of(
            "append.timeout",
            ValueType.duration(),
            Duration.ofSeconds(10),
            "how long Kafka has to confirm that a command is appended; after that the answer is 503");
    private static final Setting<Integer> REPLY_PARTITION = Setting.optional(
            "replies.partition",
            ValueType.integer(0, 100_000),
            "the partition of replies that this gateway reads, otherwise any; gateways may share one, and then read "
                    + "each other's replies");

    public GatewayConfig {
        if (waiting.otherwise().compareTo(waiting.max()) > 0) {
            throw new ConfigException(List.of("wait.default must be at most wait.max, which is " + waiting.max()));
        }
    }

    /** The settings that it is read from. */
    public static List<Setting<?>> settings() {
        return Stream.of(
                        CommonConfig.settings(),
                        HttpConfig.settings(PORT),
                        List.<Setting<?>>of(
                                MAX_BODY,
                                MAX_NESTING,
                                MAX_NUMBER,
                                DEFAULT_WAIT,
                                MAX_WAIT,
                                MAX_IN_FLIGHT,
                                APPEND_TIMEOUT,
                                Principals.HEADER,
                                REPLY_PARTITION))
                .<Setting<?>>flatMap(List::stream)
                .toList();
    }

    /** Reads it. */
    public static GatewayConfig from(Settings settings) {
        return new GatewayConfig(
                CommonConfig.from(settings),
                HttpConfig.from(settings, PORT),
                settings.get(MAX_BODY),
                new JsonLimits(settings.get(MAX_NESTING), settings.get(MAX_NUMBER)),
                new WaitPolicy(settings.get(DEFAULT_WAIT), settings.get(MAX_WAIT)),
                settings.get(MAX_IN_FLIGHT),
                settings.get(APPEND_TIMEOUT),
                Principals.from(settings),
                settings.find(REPLY_PARTITION));
    }
}
