# Sourced by the commands beside it: finds a JDK 25 or newer and puts it into JAVA_HOME; says what to do where there is none.
java_home() {
  local candidate
  for candidate in "${JAVA_HOME:-}" "${JAVA25_HOME:-}" /usr/lib/jvm/*25* /usr/lib/jvm/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /opt/jdk* /opt/java/openjdk \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -x "$candidate/bin/javac" ] && [ "$(java_feature "$candidate")" -ge 25 ]; then
      printf '%s\n' "$candidate"
      return
    fi
  done
  echo "A JDK 25 is needed and none was found. Install one (for example Temurin 25) or point JAVA_HOME at it." >&2
  return 1
}

java_feature() { # the feature release of a JDK's folder, 0 where it does not say
  local version
  version=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
  printf '%s\n' "${version:-0}"
}

JAVA_HOME=$(java_home) || exit 1
export JAVA_HOME
