import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Joins what was read of a version, and prints the catalogue's lines: {@code Merge FIRST SECOND BASE CORRECTIONS}.
 *
 * <p>FIRST and SECOND were read by JVMs of two sizes: a default that differs follows the machine, and becomes {@code auto}.
 * BASE is the catalogue of the version whose whole distribution is published; the versions without one take from it what only
 * conf files have, and the keys of programs whose jars are missing. CORRECTIONS has what Pulsar's sources and upgrade pages say
 * of such keys. What was not read from classes has the flag {@code s}. An empty name stands for no file.
 */
public final class Merge {
    private static final int CONF = 3;
    private static final int FLAGS = 4;
    private static final int DEFAULT = 8;
    private static final int SHIPPED = 9;
    private static final int COLUMNS = 10;

    /** What the keys begin with that classes in other jars read: not all of these jars are published. */
    private static final List<String> READ_BY_PLUGINS = List.of("plugin\t", "bookkeeper\tprometheusStats");

    public static void main(String[] files) throws IOException {
        Map<String, String[]> rows = read(files[0]);
        read(files[1]).forEach((key, other) -> {
            String[] row = rows.get(key);
            if (row != null && !row[DEFAULT].equals(other[DEFAULT])) {
                row[DEFAULT] = "auto";
            }
        });
        complete(rows, read(files[2]));
        if (!files[3].isEmpty()) {
            for (String line : Files.readAllLines(Path.of(files[3]))) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    correct(rows, Arrays.copyOf(line.split("\t", -1), 5));
                }
            }
        }
        rows.values().forEach(row -> System.out.println(String.join("\t", row).stripTrailing()));
    }

    private static Map<String, String[]> read(String file) throws IOException {
        Map<String, String[]> rows = new TreeMap<>();
        if (file.isEmpty()) {
            return rows;
        }
        for (String line : Files.readAllLines(Path.of(file))) {
            String[] cells = line.split("\t", -1);
            String[] row = Arrays.copyOf(cells, COLUMNS);
            Arrays.fill(row, cells.length, COLUMNS, "");
            rows.put(row[0] + "\t" + row[1], row);
        }
        return rows;
    }

    private static void complete(Map<String, String[]> rows, Map<String, String[]> base) {
        Set<String> programs = new HashSet<>();
        rows.values().forEach(row -> programs.add(row[0]));
        base.forEach((key, from) -> {
            String[] row = rows.get(key);
            boolean fileAlone = from[FLAGS].contains("f");
            if (from[0].equals("class") || from[0].equals("module")) {
                return;
            }
            if (row != null) {
                row[CONF] = from[CONF];
                row[SHIPPED] = row[DEFAULT].equals(from[DEFAULT]) ? from[SHIPPED] : "";
            } else if (fileAlone || !programs.contains(from[0]) || READ_BY_PLUGINS.stream().anyMatch(key::startsWith)) {
                String[] copy = from.clone();
                copy[FLAGS] = fileAlone ? from[FLAGS] : from[FLAGS] + "s";
                rows.put(key, copy);
            }
        });
    }

    /** {@code +}: a key, its type and its default; {@code ~}: another default; {@code -}: no such key; {@code !}: not in the conf file. */
    private static void correct(Map<String, String[]> rows, String[] cells) {
        String key = cells[1] + "\t" + cells[2];
        String[] row = rows.get(key);
        switch (cells[0]) {
            case "+" -> {
                String[] made = new String[COLUMNS];
                Arrays.fill(made, "");
                made[0] = cells[1];
                made[1] = cells[2];
                made[2] = cells[3];
                made[FLAGS] = "s";
                made[DEFAULT] = cells[4] == null ? "" : cells[4];
                rows.put(key, made);
            }
            case "~" -> {
                row[FLAGS] = row[FLAGS].contains("s") ? row[FLAGS] : row[FLAGS] + "s";
                row[DEFAULT] = cells[4] == null ? "" : cells[4];
                row[SHIPPED] = "";
            }
            case "-" -> rows.remove(key);
            case "!" -> {
                row[CONF] = "";
                row[SHIPPED] = "";
                if (row[FLAGS].contains("f")) {
                    rows.remove(key);
                }
            }
            default -> throw new IllegalArgumentException(cells[0]);
        }
    }
}
