import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the options of one JVM from that JVM and prints them as the catalogue has them, an option a line: name, type,
 * kind, the version that deprecated it, the version that removed it, its replacement, least value, greatest value.
 *
 * <p>Usage: {@code java ReadJvmOptions.java JAVA_HOME}. Four questions are asked, since no JVM answers all of them at once:
 *
 * <ol>
 *   <li>{@code -XX:+PrintFlagsFinal} and {@code -XX:+PrintFlagsRanges}, with diagnostic and experimental options unlocked,
 *       list the options that it has.
 *   <li>Each of them is set once: a deprecated one prints a warning.
 *   <li>Every name in its library that could be an option is set with {@code -XX:+IgnoreUnrecognizedVMOptions}: an obsolete
 *       option, and a deprecated second name of another, print a warning all the same.
 *   <li>Names that are left are set alone: options of debug builds have an error message of their own.
 * </ol>
 */
public final class ReadJvmOptions {
    private static final String[] UNLOCK = {
        "-XX:+UnlockDiagnosticVMOptions", "-XX:+UnlockExperimentalVMOptions",
    };
    private static final Pattern FLAG = Pattern.compile("^ *(\\w+) (\\w+) +:?= ?(.*?) *\\{([^{}]*)} \\{[^{}]*}$");
    private static final Pattern RANGE = Pattern.compile("^ *\\w+ (\\w+) +\\[ (\\S*) +\\.\\.\\. +(\\S*) ]");
    private static final Pattern OBSOLETE = Pattern.compile("Ignoring option ([^;]+); support was removed in (?:JDK )?([\\d.]+)");
    private static final Pattern DEPRECATED = Pattern.compile(
        "Option (\\S+) was deprecated in version ([\\d.]+)(?:[^.]*\\.(?: Use option (\\S+) instead)?)?");
    private static final Pattern SUPERSEDED = Pattern.compile("(\\S+) is deprecated\\. (?:Will use|Please use) (\\S+) instead");
    private static final Pattern SINCE = Pattern.compile("deprecated in JDK ([\\d.]+)");
    private static final Pattern CANDIDATE = Pattern.compile("[A-Z][A-Za-z0-9]{3,59}");

    /** Arguments that are no -XX option: what each JVM says to them. */
    private static final String[] ARGUMENTS = {
        "-Xincgc", "-Xnoincgc", "-Xconcgc", "-Xnoconcgc", "-Xbatch", "-Xboundthreads", "-Xcomp", "-Xint", "-Xmixed",
        "-Xdebug", "-Xfuture", "-Xnoclassgc", "-Xloggc:", "-Xmaxjitcodesize", "-Xms", "-Xmx", "-Xmn", "-Xss", "-Xoss",
        "-Xrs", "-Xsqnopause", "-Xt", "-Xtm", "-Xusealtsigs", "-Xcheck:jni", "-Xprof", "-Xrunhprof", "-Xverify:none",
        "-Xverify:all", "-Xverify:remote", "-noverify", "-Xshare:auto", "-Xshare:off", "-Xlog:", "-Xquickstart",
        "-Xshareclasses", "-Xgcpolicy:", "-Xdump:", "-Xtune:", "-Xverbosegclog:", "-Xminf", "-Xmaxf", "-Xgcthreads",
        "-Xbootclasspath:", "-Xbootclasspath/p:", "-Xbootclasspath/a:", "-Djava.ext.dirs=", "-Djava.endorsed.dirs=",
        "-Djava.security.manager", "-Djava.security.manager=allow", "-Djava.security.manager=disallow", "-d64", "-d32",
        "-client", "-server", "-minimal", "-green", "-native", "-verbose:gc", "-ea", "-esa", "-dsa",
        "--illegal-access=permit", "--illegal-access=warn", "--illegal-access=deny", "--add-opens=", "--add-exports=",
        "--enable-preview", "--enable-native-access=", "--illegal-native-access=deny", "--illegal-native-access=allow",
        "--sun-misc-unsafe-memory-access=allow", "--sun-misc-unsafe-memory-access=deny", "--finalization=enabled",
        "--finalization=disabled",
    };

    /** What completes an argument that ends where a value has to follow. */
    private static final Map<String, String> VALUES = Map.ofEntries(
        Map.entry("-Xloggc:", "gc.log"), Map.entry("-Xverbosegclog:", "gc.log"), Map.entry("-Xmaxjitcodesize", "32m"),
        Map.entry("-Xms", "16m"), Map.entry("-Xmx", "64m"), Map.entry("-Xmn", "8m"), Map.entry("-Xss", "1m"),
        Map.entry("-Xoss", "1m"), Map.entry("-Xlog:", "gc"), Map.entry("-Xgcpolicy:", "gencon"), Map.entry("-Xdump:", "none"),
        Map.entry("-Xtune:", "virtualized"), Map.entry("-Xminf", "0.3"), Map.entry("-Xmaxf", "0.6"),
        Map.entry("-Xgcthreads", "2"), Map.entry("-Xbootclasspath:", "a.jar"), Map.entry("-Xbootclasspath/p:", "a.jar"),
        Map.entry("-Xbootclasspath/a:", "a.jar"), Map.entry("-Djava.ext.dirs=", "a"), Map.entry("-Djava.endorsed.dirs=", "a"),
        Map.entry("--add-opens=", "java.base/java.lang=ALL-UNNAMED"), Map.entry("--enable-native-access=", "ALL-UNNAMED"),
        Map.entry("--add-exports=", "java.base/java.lang=ALL-UNNAMED"));

    private final Path java;
    private final Path work;
    private final Map<String, Option> options = new TreeMap<>();

    private ReadJvmOptions(Path home) throws IOException {
        java = home.resolve("bin/java");
        work = Files.createTempDirectory("jvm-options");
    }

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        ReadJvmOptions reader = new ReadJvmOptions(home);
        reader.listed();
        reader.ranges();
        TreeSet<String> candidates = reader.candidates(home);
        reader.obsolete(candidates);
        reader.deprecated();
        reader.develop(candidates);
        reader.arguments();
        System.out.print(reader.text());
        try (Stream<Path> files = Files.walk(reader.work)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }

    /** An option, as a line of the catalogue. */
    private static final class Option {
        String type = "";
        String kind;
        String deprecated = "";
        String removed = "";
        String replacement = "";
        String least = "";
        String most = "";
        String value = "";

        Option(String kind) {
            this.kind = kind;
        }
    }

    private void listed() throws Exception {
        for (String line : run(List.of(UNLOCK[0], UNLOCK[1], "-XX:+PrintFlagsFinal")).text().split("\n")) {
            Matcher flag = FLAG.matcher(line);
            if (flag.find()) {
                Option option = new Option(kind(flag.group(4)));
                option.type = flag.group(1);
                option.value = flag.group(3);
                options.put(flag.group(2), option);
            }
        }
    }

    /** `{C2 pd product}` says where the JVM uses an option, too; only whether it has to be unlocked counts here. */
    private static String kind(String words) {
        for (String kind : new String[] {"diagnostic", "experimental", "manageable"}) {
            if (List.of(words.split(" ")).contains(kind)) {
                return kind;
            }
        }
        return "product";
    }

    private void ranges() throws Exception {
        for (String line : run(List.of(UNLOCK[0], UNLOCK[1], "-XX:+PrintFlagsRanges")).text().split("\n")) {
            Matcher range = RANGE.matcher(line);
            if (range.find() && options.containsKey(range.group(1))) {
                options.get(range.group(1)).least = range.group(2);
                options.get(range.group(1)).most = range.group(3);
            }
        }
    }

    /** Every text in the JVM's library that has the shape of an option's name. */
    private TreeSet<String> candidates(Path home) throws IOException {
        byte[] library = Files.readAllBytes(home.resolve("lib/server/libjvm.so"));
        TreeSet<String> names = new TreeSet<>();
        int start = 0;
        for (int at = 0; at < library.length; at++) {
            if (library[at] != 0) {
                continue;
            }
            if (at - start > 3 && at - start < 61) {
                String name = new String(library, start, at - start, StandardCharsets.ISO_8859_1);
                if (CANDIDATE.matcher(name).matches()) {
                    names.add(name);
                }
            }
            start = at + 1;
        }
        names.removeAll(options.keySet());
        return names;
    }

    private void obsolete(TreeSet<String> candidates) throws Exception {
        List<String> names = new ArrayList<>(candidates);
        for (int from = 0; from < names.size(); from += 2000) {
            List<String> arguments = new ArrayList<>(List.of(UNLOCK[0], UNLOCK[1], "-XX:+IgnoreUnrecognizedVMOptions"));
            names.subList(from, Math.min(from + 2000, names.size())).forEach(name -> arguments.add("-XX:+" + name));
            String told = run(arguments).text();
            for (Matcher found = OBSOLETE.matcher(told); found.find();) {
                option(found.group(1), "obsolete").removed = found.group(2);
            }
            for (Matcher found = DEPRECATED.matcher(told); found.find();) {
                Option option = option(found.group(1), "alias");
                option.deprecated = found.group(2);
                option.replacement = found.group(3) == null ? "" : found.group(3);
            }
        }
        candidates.removeAll(options.keySet());
    }

    private Option option(String name, String kind) {
        return options.computeIfAbsent(name, unknown -> new Option(kind));
    }

    private void deprecated() throws Exception {
        List<String> names = options.entrySet().stream()
            .filter(entry -> !List.of("obsolete", "alias").contains(entry.getValue().kind)).map(Map.Entry::getKey).toList();
        for (Map.Entry<String, Answer> answer : each(names, this::set).entrySet()) {
            Option option = options.get(answer.getKey());
            Matcher found = DEPRECATED.matcher(answer.getValue().text());
            while (found.find()) {
                if (found.group(1).equals(answer.getKey())) {
                    option.deprecated = found.group(2);
                    option.replacement = found.group(3) == null ? "" : found.group(3);
                }
            }
            Matcher superseded = SUPERSEDED.matcher(answer.getValue().text());
            if (superseded.find() && superseded.group(1).endsWith(answer.getKey())) {
                option.deprecated = option.deprecated.isEmpty() ? "?" : option.deprecated;
                option.replacement = superseded.group(2);
            }
        }
    }

    private List<String> set(String name) {
        Option option = options.get(name);
        String value = option.value.isEmpty() ? "x" : option.value;
        String set = option.type.equals("bool") ? "-XX:+" + name : "-XX:" + name + "=" + value;
        return List.of(UNLOCK[0], UNLOCK[1], set);
    }

    private void develop(TreeSet<String> candidates) throws Exception {
        Map<String, Answer> answers = each(new ArrayList<>(candidates), name -> List.of("-XX:+" + name));
        answers.forEach((name, answer) -> {
            if (answer.text().contains("is available only in debug version of VM")) {
                option(name, "develop");
            }
        });
    }

    private void arguments() throws Exception {
        Arguments complete = name -> List.of(name + VALUES.getOrDefault(name, ""));
        for (Map.Entry<String, Answer> answer : each(List.of(ARGUMENTS), complete).entrySet()) {
            String told = answer.getValue().text();
            Option option = new Option(answer.getValue().status() == 0 ? "argument" : "rejected");
            Matcher obsolete = OBSOLETE.matcher(told);
            Matcher superseded = SUPERSEDED.matcher(told);
            Matcher since = SINCE.matcher(told);
            if (obsolete.find()) {
                option.kind = "obsolete";
                option.removed = obsolete.group(2);
            } else if (superseded.find()) {
                option.deprecated = "?";
                option.replacement = superseded.group(2).replace("gc.log", "");
            } else if (since.find()) {
                option.deprecated = since.group(1);
            } else if (told.contains("deprecated")) {
                option.deprecated = "?";
            }
            options.put(answer.getKey(), option);
        }
    }

    /** What a JVM prints, and its exit status. */
    private record Answer(String text, int status) {}

    private interface Arguments {
        List<String> of(String name);
    }

    /** What the JVM says to each name, one process each. */
    private Map<String, Answer> each(List<String> names, Arguments arguments) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        Map<String, Future<Answer>> running = new TreeMap<>();
        names.forEach(name -> running.put(name, pool.submit(() -> run(arguments.of(name)))));
        Map<String, Answer> answers = new TreeMap<>();
        for (Map.Entry<String, Future<Answer>> answer : running.entrySet()) {
            answers.put(answer.getKey(), answer.getValue().get());
        }
        pool.shutdown();
        return answers;
    }

    /** Runs {@code java -version} with arguments. Some options make it wait, and are ended. */
    private Answer run(List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(arguments);
        command.add("-version");
        Path told = Files.createTempFile(work, "told", "");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(key -> key.contains("JAVA"));
        Process process = builder.directory(work.toFile()).redirectErrorStream(true).redirectOutput(told.toFile())
            .redirectInput(Path.of("/dev/null").toFile()).start();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        String text = Files.readString(told, StandardCharsets.ISO_8859_1);
        Files.delete(told);
        return new Answer(text, process.exitValue());
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        options.forEach((name, option) -> text.append(String.join("\t", name, option.type, option.kind, option.deprecated,
            option.removed, option.replacement, option.least, option.most).stripTrailing()).append('\n'));
        return text.toString();
    }
}
