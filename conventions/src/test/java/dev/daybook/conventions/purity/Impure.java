package dev.daybook.conventions.purity;

import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collections;
import java.util.Currency;
import java.util.Date;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Code of which every member breaks a rule, each in its own way. */
@SuppressWarnings({
    "BoxedPrimitiveConstructor",
    "DefaultCharset",
    "IdentityHashCodeUsage",
    "IdentityHashMapUsage",
    "JavaTimeDefaultTimeZone",
    "JavaUtilDate",
    "MutablePublicArray",
    "NonFinalStaticField",
    "StringCaseLocaleUsage",
    "UnnecessaryLambda"
})
public class Impure {
    static final Map<String, String> staticCache = new HashMap<>();
    static final AtomicInteger staticCounter = new AtomicInteger();
    static final int[] staticArray = {0};
    static int staticVariable;

    final List<String> cache = new ArrayList<>();
    int variable;

    Instant now() {
        return Instant.now();
    }

    Supplier<Instant> nowByReference() {
        return Instant::now;
    }

    LocalDate today() {
        return LocalDate.now();
    }

    YearMonth monthElsewhere() {
        return YearMonth.now(ZoneOffset.UTC);
    }

    JapaneseDate todayInJapan() {
        return JapaneseDate.now();
    }

    Instant clock() {
        return Clock.systemUTC().instant();
    }

    Object date() {
        return new Date();
    }

    Supplier<Object> dateByReference() {
        return Date::new;
    }

    Object calendar() {
        return Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    }

    long millis() {
        return System.currentTimeMillis();
    }

    long nanos() {
        return System.nanoTime();
    }

    Object environment() {
        return System.getenv();
    }

    Object property() {
        return System.getProperty("user.name");
    }

    void output() {
        System.out.println();
    }

    int identity(Object object) {
        return System.identityHashCode(object);
    }

    int hashOfObject(Object object) {
        return object.hashCode();
    }

    int hashOfEnum(DayOfWeek day) {
        return day.hashCode();
    }

    int hashOfSeveral(Object object) {
        return Objects.hash(object);
    }

    Object identityMap() {
        return new IdentityHashMap<>();
    }

    Object weak(Object object) {
        return new WeakReference<>(object);
    }

    double random() {
        return Math.random();
    }

    Object randomGenerator() {
        return new Random(42);
    }

    Object randomSplit() {
        return new SplittableRandom();
    }

    int randomOfThread() {
        return ThreadLocalRandom.current().nextInt();
    }

    Object randomId() {
        return UUID.randomUUID();
    }

    void randomOrder(List<String> list) {
        Collections.shuffle(list);
    }

    Object parallel(List<String> list) {
        return list.parallelStream();
    }

    Object parallelLater(Stream<String> stream) {
        return stream.parallel();
    }

    void parallelSort(String[] texts) {
        Arrays.parallelSort(texts);
    }

    Object thread() {
        return Thread.currentThread();
    }

    Object threadLocal() {
        return ThreadLocal.withInitial(() -> 0);
    }

    Object concurrency() {
        return new AtomicInteger();
    }

    int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    Object file() {
        return Files.exists(Path.of("rates.txt"));
    }

    Object host() throws UnknownHostException {
        return InetAddress.getLocalHost();
    }

    Object reflection(Method method) {
        return method.getName();
    }

    Object type() throws ClassNotFoundException {
        return Class.forName("java.lang.String");
    }

    native int nativeCode();

    byte[] bytes() {
        return "ü".getBytes();
    }

    String string(byte[] bytes) {
        return new String(bytes);
    }

    Object charset() {
        return Charset.defaultCharset();
    }

    String format(double amount) {
        return String.format("%.2f", amount);
    }

    String formatted(double amount) {
        return "%.2f".formatted(amount);
    }

    String lowerCase(String text) {
        return text.toLowerCase();
    }

    Stream<String> upperCaseByReference(Stream<String> texts) {
        return texts.map(String::toUpperCase);
    }

    Object pattern() {
        return DateTimeFormatter.ofPattern("EEE");
    }

    Object locale() {
        return Locale.getDefault();
    }

    Object currency() {
        return Currency.getInstance("EUR");
    }

    Object zone() {
        return ZoneId.systemDefault();
    }

    Object zoneOfOld() {
        return TimeZone.getDefault();
    }

    double power(double base) {
        return Math.pow(base, 0.5);
    }
}
