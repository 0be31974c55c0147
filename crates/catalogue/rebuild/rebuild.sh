#!/usr/bin/env bash
# Reads a version's configuration keys off Pulsar's published jars into data/VERSION.tsv: rebuild.sh VERSION
#
# Takes Java 17 and Maven. Where the whole distribution is published, its conf files are read too; else the jars of
# broker, functions and what they depend on have to do, and the proxy's keys stay those of the nearest version.
set -euo pipefail
version=${1:?usage: rebuild.sh VERSION}
here=$(cd "$(dirname "$0")" && pwd)
work=$here/../../../target/catalogue/$version
mkdir -p "$work/jars" "$work/conf"

distribution=org.apache.pulsar:pulsar-server-distribution:$version:tar.gz:bin
if mvn -q dependency:copy -Dartifact="$distribution" -DoutputDirectory="$work" >/dev/null 2>&1; then
  tar -xzf "$work"/pulsar-server-distribution-*.tar.gz -C "$work" --strip-components 1 --wildcards '*/lib/*' '*/conf/*'
  jars=$work/lib
else
  cat >"$work/pom.xml" <<POM
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>catalogue</groupId><artifactId>catalogue</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.apache.pulsar</groupId><artifactId>pulsar-broker</artifactId><version>$version</version></dependency>
    <dependency><groupId>org.apache.pulsar</groupId><artifactId>pulsar-functions-worker</artifactId><version>$version</version></dependency>
  </dependencies>
</project>
POM
  mvn -q -f "$work/pom.xml" dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$work/jars"
  jars=$work/jars
fi

asm=java.base/jdk.internal.org.objectweb.asm=ALL-UNNAMED
read_keys() {
  java -cp "$jars/*" "$here/ReadKeys.java" "$work/conf" >"$work/read.tsv" &&
    java --add-exports "$asm" -cp "$jars/*" "$here/ReadServerKeys.java" "$work/conf" >>"$work/read.tsv"
}
if ! read_keys; then
  # In some versions the parts of log4j that Maven picks do not fit one another, and nothing has to be logged.
  rm -f "$work"/jars/log4j-{core,slf4j,layout}*.jar
  read_keys
fi
LC_ALL=C sort -u "$work/read.tsv" >"$work/keys.tsv"
# keep WHICH FILE: keys of FILE that were not read, of the programs that WHICH matches.
keep() {
  awk -F'\t' -v which="$1" 'NR == FNR { seen[$1, $2] = 1; next } $1 ~ which && !(($1, $2) in seen)' \
    "$work/keys.tsv" "$2" >"$work/kept.tsv"
  LC_ALL=C sort -u "$work/keys.tsv" "$work/kept.tsv" -o "$work/keys.tsv"
}
data=$here/../data/$version.tsv
# Plugins whose jars are not published keep the keys that they had.
if [ -f "$data" ]; then keep '^plugin$' "$data"; fi
# What conf files alone name is that of the version whose distribution is published.
if [ ! -d "$work/lib" ]; then keep '^(bookkeeper|zookeeper)$' "$here/../data/4.0.8.tsv"; fi
test -s "$work/keys.tsv"

mv "$work/keys.tsv" "$data"
echo "$(wc -l <"$data") keys of Pulsar $version"
