import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import jdk.internal.org.objectweb.asm.ClassReader;
import jdk.internal.org.objectweb.asm.ClassVisitor;
import jdk.internal.org.objectweb.asm.MethodVisitor;
import jdk.internal.org.objectweb.asm.Opcodes;
import org.apache.bookkeeper.conf.ServerConfiguration;

/**
 * Reads the configuration keys of BookKeeper and ZooKeeper, whose classes have no field a key.
 *
 * <p>BookKeeper's getters are called on a configuration that notes which key they ask for and as what; keys that no
 * getter without arguments asks for are read off the constants. ZooKeeper compares a key with one text after another:
 * those are read off the bytecode. It hands any other key on as a system property, so no list of them is complete.
 */
public final class ReadServerKeys {
    private static final String ZOOKEEPER = "org/apache/zookeeper/server/quorum/QuorumPeerConfig";

    private static final String PACKAGE = "org.apache.bookkeeper.conf";

    /** Classes that name keys of their own, and read them off the same configuration. */
    private static final String[] READERS = {
        "org.apache.bookkeeper.bookie.storage.ldb.DbLedgerStorage",
        "org.apache.bookkeeper.bookie.storage.ldb.SingleDirectoryDbLedgerStorage",
        "org.apache.bookkeeper.bookie.storage.ldb.KeyValueStorageRocksDB",
        "org.apache.bookkeeper.stats.prometheus.PrometheusMetricsProvider",
    };

    public static void main(String[] arguments) throws Exception {
        Path conf = Path.of(arguments[0]);
        TreeSet<String> lines = new TreeSet<>();
        print(lines, "bookkeeper", bookkeeper(), states(conf.resolve("bookkeeper.conf")));
        print(lines, "zookeeper", zookeeper(), states(conf.resolve("zookeeper.conf")));
        lines.forEach(System.out::println);
    }

    /** A key's state in a conf file, and its value if it is active. */
    private record Entry(char state, String value) {}

    private static void print(
            TreeSet<String> lines, String program, Map<String, String> keys, Map<String, Entry> states) {
        keys.forEach((key, kind) -> {
            Entry entry = states.get(key);
            lines.add(line(program, key, kind, entry, "", DEFAULTS.getOrDefault(key, "")));
        });
        states.forEach((key, entry) -> {
            if (!keys.containsKey(key)) {
                lines.add(line(program, key, "text", entry, "f", ""));
            }
        });
    }

    private static String line(
            String program, String key, String kind, Entry entry, String flags, String standard) {
        String state = entry == null ? "" : "" + entry.state();
        String value = entry == null ? "" : entry.value();
        return String.join("\t", program, key, kind, state, flags, "", "", "", standard, value).stripTrailing();
    }

    /** What BookKeeper's getters answer for a key that is not set. */
    private static final Map<String, String> DEFAULTS = new TreeMap<>();

    /** A configuration that notes what it is asked for, and answers with the default. */
    private static final class Recorder extends ServerConfiguration {
        final Map<String, String> kinds = new TreeMap<>();

        private <T> T note(String key, String kind, T answer) {
            // The superclass's constructor asks too, before there is a map.
            if (kinds != null) {
                kinds.merge(key, kind, (one, two) -> one.equals("text") ? two : one);
                if (answer instanceof Number || answer instanceof Boolean || answer instanceof String) {
                    DEFAULTS.putIfAbsent(key, answer.toString().replace('\t', ' '));
                }
            }
            return answer;
        }

        @Override
        public int getInt(String key) {
            note(key, "int", null);
            return 0;
        }

        @Override
        public int getInt(String key, int otherwise) {
            return note(key, "int", otherwise);
        }

        @Override
        public Integer getInteger(String key, Integer otherwise) {
            return note(key, "int", otherwise);
        }

        @Override
        public long getLong(String key) {
            note(key, "long", null);
            return 0L;
        }

        @Override
        public long getLong(String key, long otherwise) {
            return note(key, "long", otherwise);
        }

        @Override
        public Long getLong(String key, Long otherwise) {
            return note(key, "long", otherwise);
        }

        @Override
        public double getDouble(String key, double otherwise) {
            return note(key, "double", otherwise);
        }

        @Override
        public float getFloat(String key, float otherwise) {
            return note(key, "double", otherwise);
        }

        @Override
        public boolean getBoolean(String key) {
            note(key, "bool", null);
            return false;
        }

        @Override
        public boolean getBoolean(String key, boolean otherwise) {
            return note(key, "bool", otherwise);
        }

        @Override
        public Boolean getBoolean(String key, Boolean otherwise) {
            return note(key, "bool", otherwise);
        }

        @Override
        public String getString(String key) {
            return note(key, "text", null);
        }

        @Override
        public String getString(String key, String otherwise) {
            return note(key, "text", otherwise);
        }

        @Override
        public String[] getStringArray(String key) {
            return note(key, "list", new String[0]);
        }

        @Override
        public List<Object> getList(String key) {
            return note(key, "list", List.of());
        }

        @Override
        public List<Object> getList(String key, List<?> otherwise) {
            return note(key, "list", List.of());
        }
    }

    private static Map<String, String> bookkeeper() {
        Recorder recorder = new Recorder();
        for (Method method : ServerConfiguration.class.getMethods()) {
            boolean getter = method.getParameterCount() == 0 && method.getReturnType() != void.class;
            boolean ofObject = method.getDeclaringClass() == Object.class;
            if (!getter || ofObject || !method.getDeclaringClass().getName().startsWith(PACKAGE) || Modifier.isStatic(method.getModifiers())) {
                continue;
            }
            try {
                method.invoke(recorder);
            } catch (ReflectiveOperationException | RuntimeException | LinkageError failed) {
                // What it asked for before it failed is noted.
                continue;
            }
        }
        Map<String, String> keys = new TreeMap<>(recorder.kinds);
        for (Class<?> owner = ServerConfiguration.class; owner != null; owner = owner.getSuperclass()) {
            if (owner.getName().startsWith(PACKAGE)) {
                constants(owner).forEach(text -> keys.putIfAbsent(text, "text"));
            }
        }
        for (String name : READERS) {
            try {
                constants(Class.forName(name, false, ReadServerKeys.class.getClassLoader()))
                    .filter(text -> text.startsWith("dbStorage_") || text.startsWith("prometheusStats"))
                    .forEach(text -> keys.putIfAbsent(text, "text"));
            } catch (ClassNotFoundException | LinkageError absent) {
                System.err.println("left out, it is not there: " + name);
            }
        }
        keys.keySet().removeIf(key -> !key.matches("-?[A-Za-z][A-Za-z0-9_.-]*"));
        return keys;
    }

    private static Stream<String> constants(Class<?> owner) {
        return Arrays.stream(owner.getDeclaredFields())
            .flatMap(field -> constant(field).stream())
            .filter(text -> text.matches("[a-z][A-Za-z0-9_.]+"));
    }

    private static Optional<String> constant(Field field) {
        int constant = Modifier.STATIC | Modifier.FINAL;
        if (field.getType() != String.class || (field.getModifiers() & constant) != constant) {
            return Optional.empty();
        }
        try {
            field.setAccessible(true);
            return Optional.ofNullable((String) field.get(null));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError unreadable) {
            return Optional.empty();
        }
    }

    private static Map<String, String> zookeeper() throws Exception {
        Map<String, String> keys = new TreeMap<>();
        try (InputStream bytes = ReadServerKeys.class.getClassLoader().getResourceAsStream(ZOOKEEPER + ".class")) {
            new ClassReader(bytes).accept(new ClassVisitor(Opcodes.ASM8) {
                @Override
                public MethodVisitor visitMethod(
                        int access, String name, String descriptor, String signature, String[] exceptions) {
                    return name.equals("parseProperties") ? new Comparisons(keys) : null;
                }
            }, 0);
        }
        return keys;
    }

    /** Notes the texts that {@code parseProperties} compares a key with, and what becomes of the value. */
    private static final class Comparisons extends MethodVisitor {
        private final Map<String, String> keys;
        private String loaded;
        private String compared;

        Comparisons(Map<String, String> keys) {
            super(Opcodes.ASM8);
            this.keys = keys;
        }

        @Override
        public void visitLdcInsn(Object value) {
            loaded = value instanceof String text ? text : null;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (owner.equals("java/lang/String") && loaded != null && name.matches("equals|startsWith")) {
                compared = loaded;
                keys.putIfAbsent(compared, "text");
            } else if (compared != null && name.equals("parseInt")) {
                keys.put(compared, "int");
            } else if (compared != null && name.equals("parseLong")) {
                keys.put(compared, "long");
            }
            loaded = null;
        }
    }

    private static Map<String, Entry> states(Path file) throws Exception {
        Map<String, Entry> states = new TreeMap<>();
        if (!Files.isRegularFile(file)) {
            return states;
        }
        for (String line : Files.readAllLines(file)) {
            boolean commented = line.startsWith("#");
            String text = commented ? line.substring(1).stripLeading() : line;
            int at = text.indexOf('=');
            if (at > 0 && text.substring(0, at).strip().matches("-?[A-Za-z][A-Za-z0-9_.-]*")) {
                String value = commented ? "" : text.substring(at + 1).strip().replace('\t', ' ');
                Entry entry = new Entry(commented ? 'c' : 'a', value);
                states.merge(text.substring(0, at).strip(), entry, (one, two) -> one.state() == 'a' ? one : two);
            }
        }
        return states;
    }
}
