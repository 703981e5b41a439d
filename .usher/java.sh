# shellcheck shell=bash
# Finds a JDK 25 and a Maven, and says plainly what is missing.

readonly JDK_MAJOR=25

# is_jdk HOME: a whole JDK of the wanted version stands there
is_jdk() {
  local version=''
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
  if [ -r "$1/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  fi
  [ -n "$version" ] || version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1)
  [ "$version" = "$JDK_MAJOR" ]
}

# jdk_candidates: folders that may be a JDK, the likeliest first, one a line
jdk_candidates() {
  local found folder
  [ -z "${JAVA_HOME:-}" ] || say "$JAVA_HOME"
  found=$(command -v java 2>/dev/null) && home_of_java "$found"
  # USHER_JVM_FOLDERS: other folders that hold JDKs, separated by colons
  if [ -n "${USHER_JVM_FOLDERS:-}" ]; then
    tr ':' '\n' <<<"$USHER_JVM_FOLDERS" | while read -r folder; do
      printf '%s\n' "$folder"/*
    done
    return 0
  fi
  for folder in /usr/lib/jvm/* /usr/java/* /opt/* /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    "$HOME"/.asdf/installs/java/* "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    [ ! -d "$folder" ] || say "$folder"
  done
}

# home_of_java BINARY: the folder of a java command, its links followed
home_of_java() {
  local file=$1 link
  while [ -L "$file" ]; do
    link=$(readlink "$file")
    case $link in
      /*) file=$link ;;
      *) file=$(dirname "$file")/$link ;;
    esac
  done
  (cd "$(dirname "$file")/.." 2>/dev/null && pwd)
}

# need_jdk: sets and exports JAVA_HOME and sets JAVA, or ends
need_jdk() {
  local home
  while read -r home; do
    if is_jdk "$home"; then
      export JAVA_HOME=$home
      JAVA=$home/bin/java
      return 0
    fi
  done < <(jdk_candidates)
  fail "$EXIT_JAVA" "no JDK $JDK_MAJOR found (a whole JDK with javac, not only a runtime)." \
    "Looked at JAVA_HOME (${JAVA_HOME:-not set}), java on PATH ($(command -v java || echo none)) and the usual folders." \
    "Get one from https://adoptium.net/temurin/releases/?version=$JDK_MAJOR, or:" \
    "  sdk install java $JDK_MAJOR-tem            with SDKMAN" \
    "  brew install --cask temurin@$JDK_MAJOR     on macOS" \
    "  apt-get install temurin-$JDK_MAJOR-jdk     on Debian and Ubuntu, with Adoptium's package source" \
    "If you have one in another place: JAVA_HOME=/path/to/jdk-$JDK_MAJOR ./usher ..."
}

# at_least WANTED GIVEN: compares versions of three numbers
at_least() {
  local wanted given i
  IFS=. read -r -a wanted <<<"$1"
  IFS=. read -r -a given <<<"${2%%-*}"
  for i in 0 1 2; do
    [ "${given[i]:-0}" -le "${wanted[i]:-0}" ] || return 0
    [ "${given[i]:-0}" -eq "${wanted[i]:-0}" ] || return 1
  done
}

MAVEN=''

# need_maven: sets MAVEN to the command to call; the wrapper when none on PATH is new enough
need_maven() {
  local version
  [ -z "$MAVEN" ] || return 0
  MAVEN=$ROOT/mvnw
  command -v mvn >/dev/null 2>&1 || return 0
  version=$(mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p' | head -n 1)
  if [ -n "$version" ] && at_least 3.8.7 "$version"; then MAVEN=mvn; fi
}
