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
    <dependency><groupId>org.apache.pulsar</groupId><artifactId>pulsar-broker-auth-oidc</artifactId><version>$version</version></dependency>
  </dependencies>
</project>
POM
  mvn -q -f "$work/pom.xml" dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$work/jars"
  jars=$work/jars
fi

asm=java.base/jdk.internal.org.objectweb.asm=ALL-UNNAMED
{
  java -cp "$jars/*" "$here/ReadKeys.java" "$work/conf"
  java --add-exports "$asm" -cp "$jars/*" "$here/ReadServerKeys.java" "$work/conf"
} | LC_ALL=C sort -u >"$work/keys.tsv"
test -s "$work/keys.tsv"
mv "$work/keys.tsv" "$here/../data/$version.tsv"
echo "$(wc -l <"$here/../data/$version.tsv") keys of Pulsar $version"
