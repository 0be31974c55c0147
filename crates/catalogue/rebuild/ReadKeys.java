import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads Pulsar's configuration keys from its own classes, by reflection, and prints a key a line: program, key, type, its
 * state in the conf file, flags, least, most, enumeration, the default of the class, the value in the conf file.
 *
 * <p>A class that is not on the class path is left out: not every version's jars are all published. The keys of
 * BookKeeper and ZooKeeper are read by {@code ReadServerKeys}, since those classes have no fields to read.
 */
public final class ReadKeys {
    /** Programs whose configuration is a class with a field a key, and the conf file that the image fills in. */
    private static final String[][] PROGRAMS = {
        {"broker", "org.apache.pulsar.broker.ServiceConfiguration", "broker.conf"},
        {"proxy", "org.apache.pulsar.proxy.server.ProxyConfiguration", "proxy.conf"},
        {"worker", "org.apache.pulsar.functions.worker.WorkerConfig", "functions_worker.yml"},
        {"websocket", "org.apache.pulsar.websocket.service.WebSocketProxyConfiguration", "websocket.conf"},
        {"client", "org.apache.pulsar.client.impl.conf.ClientConfigurationData", ""},
        {
            "kubernetes-runtime",
            "org.apache.pulsar.functions.runtime.kubernetes.KubernetesRuntimeFactoryConfig",
            "",
        },
        {"process-runtime", "org.apache.pulsar.functions.runtime.process.ProcessRuntimeFactoryConfig", ""},
        {"thread-runtime", "org.apache.pulsar.functions.runtime.thread.ThreadRuntimeFactoryConfig", ""},
        {
            "packages",
            "org.apache.pulsar.packages.management.storage.bookkeeper.BookKeeperPackagesStorageConfiguration",
            "",
        },
    };

    /** Classes that the broker and the proxy hand their properties to, and that name their keys in constants. */
    private static final String[] PLUGINS = {
        "org.apache.pulsar.broker.authentication.AuthenticationProviderBasic",
        "org.apache.pulsar.broker.authentication.AuthenticationProviderToken",
        "org.apache.pulsar.broker.authentication.oidc.AuthenticationProviderOpenID",
        "org.apache.pulsar.packages.management.storage.filesystem.FileSystemPackagesStorage",
    };

    /** Tiered storage: the broker copies properties into the fields of this class by their names. */
    private static final String OFFLOAD = "org.apache.pulsar.common.policies.data.OffloadPoliciesImpl";

    public static void main(String[] arguments) throws Exception {
        Path conf = Path.of(arguments[0]);
        TreeSet<String> lines = new TreeSet<>();
        for (String[] program : PROGRAMS) {
            Optional<Class<?>> type = find(program[1]);
            if (type.isEmpty()) {
                System.err.println("left out, it is not there: " + program[1]);
                continue;
            }
            Map<String, ConfFile.Entry> states = ConfFile.states(conf, program[2]);
            Map<String, String> keys = fields(program[0], type.get(), states);
            // Keys that the file has and the class does not: scripts and plugins read them.
            states.forEach((key, entry) -> keys.putIfAbsent(key,
                line(program[0], key, "text", "" + entry.state(), "f", "", "", "", "", entry.value())));
            lines.addAll(keys.values());
        }
        TreeMap<String, String> plugins = new TreeMap<>();
        for (String name : PLUGINS) {
            find(name).ifPresent(type -> constants(type).forEach(key -> plugins.put(key, line("plugin", key, "text"))));
        }
        // Its enumeration is read by words of its own, not by the names of its constants.
        find(OFFLOAD).ifPresent(type -> fields("plugin", type, Map.of()).forEach((key, line) ->
            plugins.put(key, line.contains("\tenum\t") ? line("plugin", key, "text") : line)));
        lines.addAll(plugins.values());
        lines.forEach(System.out::println);
    }

    private static Optional<Class<?>> find(String name) {
        try {
            return Optional.of(Class.forName(name, false, ReadKeys.class.getClassLoader()));
        } catch (ClassNotFoundException | NoClassDefFoundError absent) {
            return Optional.empty();
        }
    }

    private static Map<String, String> fields(String program, Class<?> type, Map<String, ConfFile.Entry> states) {
        Map<String, String> keys = new TreeMap<>();
        Object defaults = instance(type);
        for (Class<?> owner = type; owner != Object.class; owner = owner.getSuperclass()) {
            for (Field field : owner.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) || field.isSynthetic() || ignored(field)) {
                    continue;
                }
                keys.putIfAbsent(field.getName(), key(program, field, defaults, states.get(field.getName())));
            }
        }
        return keys;
    }

    /** What the loaders do not set: the raw properties, and what Jackson is told to leave out. */
    private static boolean ignored(Field field) {
        return Modifier.isTransient(field.getModifiers())
            || Arrays.stream(field.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().getSimpleName().equals("JsonIgnore"));
    }

    /** An instance with every default; none for a class that cannot be made without arguments. */
    private static Object instance(Class<?> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException | RuntimeException | LinkageError unreadable) {
            System.err.println("no defaults: " + type.getName() + ": " + (unreadable.getCause() == null ? unreadable : unreadable.getCause()));
            return null;
        }
    }

    /** The default of a field as a conf file would have it; empty for none. */
    private static String standard(Field field, Object defaults) {
        try {
            field.setAccessible(true);
            return defaults == null ? "" : text(field.get(defaults));
        } catch (ReflectiveOperationException | RuntimeException unreadable) {
            return "";
        }
    }

    static String text(Object value) {
        Object inner = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        if (inner instanceof Collection<?> many) {
            return many.stream().map(ReadKeys::text).collect(Collectors.joining(","));
        }
        boolean plain = inner instanceof Number || inner instanceof Boolean || inner instanceof String || inner instanceof Enum;
        return plain ? inner.toString().replace('\t', ' ').replace("\n", "\\n") : "";
    }

    private static String key(String program, Field field, Object defaults, ConfFile.Entry entry) {
        Optional<Annotation> context = Arrays.stream(field.getAnnotations())
            .filter(annotation -> annotation.annotationType().getSimpleName().equals("FieldContext"))
            .findFirst();
        StringBuilder flags = new StringBuilder();
        if (context.map(it -> (boolean) value(it, "dynamic")).orElse(false)) {
            flags.append('d');
        }
        boolean deprecated = field.isAnnotationPresent(Deprecated.class)
            || context.map(it -> (boolean) value(it, "deprecated")).orElse(false);
        if (deprecated) {
            flags.append('o');
        }
        if (context.map(it -> (boolean) value(it, "required")).orElse(false)) {
            flags.append('r');
        }
        String least = context.map(it -> bound(value(it, "minValue"), Long.MIN_VALUE)).orElse("");
        String most = context.map(it -> bound(value(it, "maxValue"), Long.MAX_VALUE)).orElse("");
        return line(program, field.getName(), kind(field.getGenericType()), entry == null ? "" : "" + entry.state(),
            flags.toString(), least, most, words(field.getGenericType()), standard(field, defaults),
            entry == null ? "" : entry.value());
    }

    private static Object value(Annotation annotation, String name) {
        try {
            return annotation.annotationType().getMethod(name).invoke(annotation);
        } catch (ReflectiveOperationException absent) {
            return name.endsWith("Value") ? null : (Object) false;
        }
    }

    private static String bound(Object value, long none) {
        return value instanceof Long bound && bound != none ? bound.toString() : "";
    }

    private static Class<?> raw(Type type) {
        Type outer = type;
        if (type instanceof ParameterizedType generic) {
            outer = generic.getRawType();
            if (outer == Optional.class) {
                return raw(generic.getActualTypeArguments()[0]);
            }
        }
        return outer instanceof Class<?> plain ? plain : Object.class;
    }

    private static String kind(Type type) {
        Class<?> raw = raw(type);
        if (raw == int.class || raw == Integer.class) {
            return "int";
        } else if (raw == long.class || raw == Long.class) {
            return "long";
        } else if (raw == double.class || raw == Double.class || raw == float.class || raw == Float.class) {
            return "double";
        } else if (raw == boolean.class || raw == Boolean.class) {
            return "bool";
        } else if (raw.isEnum()) {
            return "enum";
        } else if (Collection.class.isAssignableFrom(raw)) {
            return "list";
        } else if (Map.class.isAssignableFrom(raw) || raw == java.util.Properties.class) {
            return "map";
        }
        return switch (raw.getSimpleName()) {
            case "Resources" -> "resources";
            case "KubernetesContainerFactory" -> "kubernetes";
            case "ProcessContainerFactory" -> "process";
            case "ThreadContainerFactory" -> "thread";
            default -> "text";
        };
    }

    private static String words(Type type) {
        Class<?> raw = raw(type);
        return raw.isEnum()
            ? Arrays.stream(raw.getEnumConstants()).map(word -> ((Enum<?>) word).name()).collect(Collectors.joining(","))
            : "";
    }

    /** The texts of a class's constants that look like keys of more than one word. */
    private static List<String> constants(Class<?> type) {
        List<String> keys = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (field.getType() != String.class || !Modifier.isStatic(field.getModifiers())) {
                continue;
            }
            try {
                field.setAccessible(true);
                Object value = field.get(null);
                if (value instanceof String text && text.matches("[a-z][a-z0-9]+[A-Z][A-Za-z0-9]*|[A-Z]+_[A-Z_]+")) {
                    keys.add(text);
                }
            } catch (ReflectiveOperationException | RuntimeException | LinkageError unreadable) {
                System.err.println("left out: " + type.getName() + "." + field.getName());
            }
        }
        return keys;
    }

    /** A line of the catalogue, without empty cells at its end. */
    static String line(String... cells) {
        return String.join("\t", cells).stripTrailing();
    }

    /** The keys of the shipped conf files. */
    static final class ConfFile {
        private ConfFile() {}

        /** A key in a conf file: {@code a} for {@code key=}, {@code c} for {@code #key=}, and the value of an active one. */
        record Entry(char state, String value) {}

        /** The keys of a file; none if it is missing. */
        static Map<String, Entry> states(Path conf, String name) throws IOException {
            Map<String, Entry> states = new TreeMap<>();
            Path file = conf.resolve(name);
            if (name.isEmpty() || !Files.isRegularFile(file)) {
                return states;
            }
            String separator = name.endsWith(".yml") ? ":" : "=";
            for (String line : Files.readAllLines(file)) {
                boolean commented = line.startsWith("#");
                // In YAML a comment is prose more often than a key, and an indented key belongs to another one.
                if (separator.equals(":") && (commented || line.startsWith(" "))) {
                    continue;
                }
                String text = commented ? line.substring(1).stripLeading() : line;
                int at = text.indexOf(separator);
                if (at <= 0 || !text.substring(0, at).strip().matches("-?[A-Za-z][A-Za-z0-9_.-]*")) {
                    continue;
                }
                String value = commented ? "" : text.substring(at + 1).strip().replace('\t', ' ');
                if (separator.equals(":")) {
                    value = value.replaceAll("^\"(.*)\"$", "$1");
                }
                Entry entry = new Entry(commented ? 'c' : 'a', value);
                states.merge(text.substring(0, at).strip(), entry, (one, two) -> one.state() == 'a' ? one : two);
            }
            return states;
        }
    }
}
