# Sourced by the commands beside it, after java-home.sh, from the project's root.

maven() { # Maven on JDK 25, so that the formatter can read the source
  MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED ${MAVEN_OPTS:-}" \
    mvn --batch-mode --color never "$@"
}

unchanged_since() { # unchanged_since FILE: no source is newer than it
  [ -s "$1" ] && [ -z "$(find . \( -name .git -o -name target -o -name .hub \) -prune -o \
    \( -name pom.xml -o -path '*/src/main/*' -o -path './policy/*' -o -path './deploy/*' \) -type f -newer "$1" -print -quit)" ]
}

build() { # build MODULE: packages it with all it needs, where anything has changed; shows what it is doing
  local class_path="$1/target/class-path.txt"
  unchanged_since "$class_path" && return
  echo "Building (the first time this downloads about 600 MB: libraries, PostgreSQL, Keycloak) …"
  maven -pl ":$1" -am package -Dmaven.test.skip=true -Dspotless.check.skip=true -Dspring-boot.repackage.skip=true 2>&1 | signs_of_life || {
    echo "The build failed; the reason stands above." >&2
    return 1
  }
  touch "$class_path"
}

signs_of_life() { # Maven's output in a few lines
  awk '/Downloaded from/ { if (++files % 100 == 0) { print "  " files " files downloaded"; fflush() } }
       /^\[INFO\] Building .*\[[0-9]+\/[0-9]+\]/ { sub(/^\[INFO\] Building /, ""); sub(/ 0\.[0-9.]+-SNAPSHOT */, " "); print "  " $0; fflush() }
       /^\[ERROR\]|BUILD FAILURE/ { print; fflush() }'
}

class_path() { # class_path MODULE: what java -cp takes
  printf '%s:%s\n' "$1/target/classes" "$(cat "$1/target/class-path.txt")"
}
