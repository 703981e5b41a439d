# shellcheck shell=bash
# Builds what is not built, and fetches the broker. All of it ends up in the project's own cache.

# sha256: of standard input
sha256() {
  { if command -v sha256sum >/dev/null 2>&1; then sha256sum; else shasum -a 256; fi; } | cut -d ' ' -f 1
}

# fingerprint PATH..: one word for the content of every file that a build of these paths reads
fingerprint() {
  local sum=(shasum -a 256)
  command -v sha256sum >/dev/null 2>&1 && sum=(sha256sum)
  find "$@" \
    \( -name target -o -name node_modules -o -name .node -o -path '*/src/test' -o -path '*/frontend/generated' -o -path '*/src/main/bundles' \) -prune \
    -o -type f ! -name '*.md' ! -name Dockerfile ! -name vite.generated.ts ! -path '*/frontend/index.html' -print0 |
    xargs -0 "${sum[@]}" | LC_ALL=C sort | "${sum[@]}" | cut -c 1-16
}

# locate_apps: sets ENGINE_APP and DESIGNER_APP, where the builds of the present sources stand or will stand
locate_apps() {
  ENGINE_APP=$CACHE/app/engine-$(fingerprint pom.xml .mvn/jvm.config connectors engine bpmn-samples)
  DESIGNER_APP=$CACHE/app/designer-$(fingerprint pom.xml .mvn/jvm.config designer-ui)
}

# build_apps PART..: builds engine and designer where no build of the present sources stands
build_apps() {
  local part stale='' modules=''
  locate_apps
  for part in "$@"; do
    [ -d "$(app_of "$part")" ] || stale="$stale $part"
  done
  if [ -z "$stale" ]; then
    step build "up to date"
    return 0
  fi
  case $stale in *engine*) modules=connectors,engine ;; esac
  case $stale in *designer*) modules=${modules:+$modules,}designer-ui && need_npm ;; esac
  need_maven
  local began=$SECONDS
  busy build "building$stale" "$LOGS/build.log" \
    "$MAVEN" -B -ntp -pl "$modules" -Dmaven.test.skip=true -Dspotless.check.skip=true package || build_failed "$LOGS/build.log"
  for part in $stale; do
    extract_app "$part"
  done
  step build "built$stale ($((SECONDS - began)) s)"
}

# need_npm: the designer's frontend is built with it, any version will do
need_npm() {
  command -v npm >/dev/null 2>&1 || [ -x designer-ui/.node/bin/npm ] ||
    fail "$EXIT_BUILD" "the designer is built with npm, and there is no npm on PATH. Install Node.js 18 or newer, from any source."
}

app_of() {
  case $1 in
    engine) say "$ENGINE_APP" ;;
    designer) say "$DESIGNER_APP" ;;
  esac
}

# extract_app PART: unpacks the Boot jar so that each main class can be named, and drops the builds before the last
extract_app() {
  local part=$1 jar app
  app=$(app_of "$part")
  case $part in
    engine) jar=engine/target/usher-engine.jar ;;
    designer) jar=designer-ui/target/usher-designer.jar ;;
  esac
  [ -f "$jar" ] || fail "$EXIT_BUILD" "the build left no $jar."
  rm -rf "$app.part"
  "$JAVA" -Djarmode=tools -jar "$jar" extract --destination "$app.part" --application-filename app.jar >"$LOGS/extract.log" 2>&1 ||
    build_failed "$LOGS/extract.log"
  [ "$part" != engine ] || store_fingerprint >"$app.part/store-fingerprint"
  mv "$app.part" "$app"
  drop_old_builds "$part" "$app"
}

# store_fingerprint: of the embedded store alone, which most changes of the engine leave as it is
store_fingerprint() { fingerprint pom.xml engine/pom.xml engine/src/main/java/io/usher/engine/embedded; }

# drop_old_builds PART KEPT: all but the present one and those that a process still runs
drop_old_builds() {
  local old running
  running=$(ps -eo args= 2>/dev/null) || return 0
  for old in "$CACHE/app/$1"-*; do
    case $running in *"$old/"*) continue ;; esac
    [ "$old" = "$2" ] || rm -rf "$old"
  done
}

build_failed() {
  complain "the build failed. Its whole log: $1"
  grep -E '^\[ERROR\]|^ERROR|^Error|error:' "$1" | grep -v 'Re-run Maven\|full stack trace\|For more information\|^\[ERROR\] *$' |
    head -n 15 | cut -c 1-300 | sed 's/^/       | /' >&2
  exit "$EXIT_BUILD"
}

# locate_zeebe: sets ZEEBE_VERSION, ZEEBE_SHA256 and ZEEBE_HOME
locate_zeebe() {
  ZEEBE_SHA256=$(sed -n 's:.*<zeebe-broker.sha256>\(.*\)</zeebe-broker.sha256>.*:\1:p' pom.xml)
  ZEEBE_VERSION=$(sed -n 's:.*<zeebe-broker.version>\(.*\)</zeebe-broker.version>.*:\1:p' pom.xml)
  ZEEBE_HOME=$CACHE/zeebe-$ZEEBE_VERSION
}

# need_zeebe: the broker's distribution, taken by Maven and unpacked once
need_zeebe() {
  local archive=$CACHE/fetched/camunda-zeebe-$ZEEBE_VERSION.tar.gz
  if [ -x "$ZEEBE_HOME/bin/broker" ]; then return 0; fi
  need_maven
  local began=$SECONDS
  busy zeebe "fetching Zeebe $ZEEBE_VERSION (212 MB)" "$LOGS/zeebe-fetch.log" \
    "$MAVEN" -B -ntp -N org.apache.maven.plugins:maven-dependency-plugin:copy \
    -Dartifact="io.camunda:camunda-zeebe:$ZEEBE_VERSION:tar.gz" -DoutputDirectory="$CACHE/fetched" -Dmdep.useBaseVersion=true ||
    zeebe_missing "$(grep -m 1 '^\[ERROR\]' "$LOGS/zeebe-fetch.log" | cut -c 1-400)"
  if [ "$(sha256 <"$archive")" != "$ZEEBE_SHA256" ]; then
    zeebe_missing "What came is not the distribution that pom.xml names (zeebe-broker.sha256): it is kept at $archive for you to look at."
  fi
  rm -rf "$ZEEBE_HOME" "$ZEEBE_HOME.part"
  mkdir -p "$ZEEBE_HOME.part"
  busy zeebe "unpacking" "$LOGS/zeebe-unpack.log" tar -xzf "$archive" -C "$ZEEBE_HOME.part" --strip-components=1 ||
    zeebe_missing "The archive cannot be unpacked: $(tail -n 1 "$LOGS/zeebe-unpack.log")"
  mv "$ZEEBE_HOME.part" "$ZEEBE_HOME"
  rm -f "$archive"
  step zeebe "$ZEEBE_VERSION fetched and unpacked ($((SECONDS - began)) s)"
}

zeebe_missing() {
  fail "$EXIT_DOWNLOAD" "Zeebe $ZEEBE_VERSION could not be fetched from Maven Central (io.camunda:camunda-zeebe:$ZEEBE_VERSION:tar.gz)." \
    "$1" \
    "Nothing was started. Either make Maven reach the artifact (network, proxy or mirror in ~/.m2/settings.xml) and try again," \
    "or unpack the distribution yourself to $ZEEBE_HOME," \
    "or name a broker that runs already: ZEEBE_ADDRESS=host:26500 ./usher up"
}
