import java.io.File;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;

/**
 * Prints the classes that a configuration can name, a class a line with the jar that has it: the concrete classes of Pulsar
 * and BookKeeper that implement what the classes among the defaults implement, or one of the plugin interfaces below.
 *
 * <p>Arguments: the names of the classes among the defaults and in other lines. A jar is printed without its version, and each jar that
 * was read as a module: a class is gone only from a line whose jar of that name was read.
 */
public final class ReadClasses {
    private static final String[] INTERFACES = {
        "org.apache.bookkeeper.bookie.LedgerStorage",
        "org.apache.bookkeeper.client.EnsemblePlacementPolicy",
        "org.apache.bookkeeper.net.DNSToSwitchMapping",
        "org.apache.bookkeeper.stats.StatsProvider",
        "org.apache.pulsar.broker.authentication.AuthenticationProvider",
        "org.apache.pulsar.broker.authorization.AuthorizationProvider",
        "org.apache.pulsar.broker.delayed.DelayedDeliveryTrackerFactory",
        "org.apache.pulsar.broker.loadbalance.LoadManager",
        "org.apache.pulsar.broker.loadbalance.LoadSheddingStrategy",
        "org.apache.pulsar.broker.loadbalance.ModularLoadManager",
        "org.apache.pulsar.broker.loadbalance.ModularLoadManagerStrategy",
        "org.apache.pulsar.broker.loadbalance.extensions.scheduler.NamespaceUnloadStrategy",
        "org.apache.pulsar.broker.loadbalance.extensions.strategy.BrokerSelectionStrategy",
        "org.apache.pulsar.client.api.Authentication",
        "org.apache.pulsar.functions.auth.FunctionAuthProvider",
        "org.apache.pulsar.functions.runtime.RuntimeFactory",
        "org.apache.pulsar.functions.worker.scheduler.IScheduler",
        "org.apache.pulsar.packages.management.core.PackagesStorageProvider",
    };

    public static void main(String[] defaults) throws IOException {
        ClassLoader loader = ReadClasses.class.getClassLoader();
        Set<Class<?>> wanted = new LinkedHashSet<>();
        for (String name : INTERFACES) {
            Class<?> type = find(loader, name);
            if (type != null) {
                wanted.add(type);
            }
        }
        for (String name : defaults) {
            Class<?> type = find(loader, name);
            for (Class<?> owner = type; owner != null; owner = owner.getSuperclass()) {
                for (Class<?> face : owner.getInterfaces()) {
                    if (face.getName().startsWith("org.apache.")) {
                        wanted.add(face);
                    }
                }
            }
        }
        TreeSet<String> lines = new TreeSet<>();
        for (String path : System.getProperty("java.class.path").split(File.pathSeparator)) {
            String module = new File(path).getName().replaceFirst("^org\\.apache\\.[a-z.]+-", "")
                .replaceFirst("-[0-9][0-9.]*(\\.Final)?(-[0-9.]+)?\\.jar$", "");
            if (path.endsWith(".jar") && module.matches("(pulsar|bookkeeper|managed-ledger|prometheus-metrics).*")) {
                lines.add("module\t" + module);
                read(path, module, loader, wanted, lines);
            }
        }
        lines.forEach(System.out::println);
    }

    private static void read(
            String path, String module, ClassLoader loader, Set<Class<?>> wanted, Set<String> lines)
            throws IOException {
        try (JarFile jar = new JarFile(path)) {
            jar.stream().map(entry -> entry.getName())
                .filter(name -> name.endsWith(".class") && !name.contains("$") && name.startsWith("org/apache/"))
                .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                .forEach(name -> {
                    Class<?> type = find(loader, name);
                    if (type != null && usable(type) && wanted.stream().anyMatch(face -> face.isAssignableFrom(type))) {
                        lines.add("class\t" + name + "\t" + module);
                    }
                });
        }
    }

    private static boolean usable(Class<?> type) {
        return !type.isInterface() && !Modifier.isAbstract(type.getModifiers()) && Modifier.isPublic(type.getModifiers());
    }

    private static Class<?> find(ClassLoader loader, String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError absent) {
            return null;
        }
    }
}
