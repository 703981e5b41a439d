# shellcheck shell=bash
# test and quick: a broker and a store, their addresses handed to Maven, and a report at the end.

# forget_settings: the person's own, which must shape neither tests nor measurements
forget_settings() {
  local name
  for name in $(env | sed -n 's/^\(USHER_[A-Z_]*\)=.*/\1/p') MONGODB_URI ZEEBE_ADDRESS ZEEBE_MANAGEMENT_ADDRESS ZEEBE_CA_CERTIFICATE "${!ZEEBE_CLIENT_@}" ZEEBE_AUTHORIZATION_SERVER_URL "${!ZEEBE_TOKEN_@}" "${!SERVER_SSL_@}"; do
    case $name in USHER_CHROMIUM | USHER_JVM_FOLDERS) ;; *) unset "$name" ;; esac
  done
}

# use_test_house NAME: data, entries and logs of the servers that tests use; nothing of the person's own settings leaks in
use_test_house() {
  REAL_MONGODB_URI=${MONGODB_URI:-}
  REAL_MONGOD=${USHER_MONGOD:-$(command -v mongod || true)}
  forget_settings
  DATA=$CACHE/$1
  RUN=$DATA/run
  LOGS=$DATA/log
  # shellcheck disable=SC2034 # read by run_broker
  CLOCK_CONTROLLED=true
  need_data_folder
}

run_tests() {
  local began=$SECONDS code=0 name
  use_test_house test
  if alive launcher; then fail "$EXIT_START" "another ./usher test runs in this folder (pid $ENTRY_PID)."; fi
  trap 'end_of_up' EXIT
  trap 'on_signal' INT TERM HUP
  enter_house
  stop_house 'store broker' >/dev/null
  rm -rf "$DATA/store" "$DATA/zeebe" "$DATA/mongod" "$DATA/reports"
  mkdir -p "$DATA/reports"
  NOTES=$DATA/reports/notes.tsv
  : >"$NOTES"
  need_jdk
  step jdk "$JAVA_HOME"
  need_maven
  locate_zeebe
  need_zeebe
  build_apps engine
  check_launcher
  need_chromium
  rm -f ./*/target/*-reports/TEST-*.xml
  verify_all "$@"
  collect_reports all
  verify_on_real_mongodb
  "$JAVA" .usher/TestReport.java "$NOTES" "$DATA/reports" >"$DATA/reports/report.txt" || code=1
  # the totals stay the last line, so the servers stop before them
  stop_house "$STARTED"
  STARTED=''
  say "" "Whole run: $(((SECONDS - began) / 60)) min $(((SECONDS - began) % 60)) s. Logs: $LOGS and $DATA/beside/log"
  cat "$DATA/reports/report.txt"
  exit "$code"
}

# note RESULT NAME REASON: a result that is in no XML
note() { printf '%s\t%s\t%s\n' "$1" "$2" "$3" >>"$NOTES"; }

check_launcher() {
  local began=$SECONDS
  busy launcher "checking the launcher itself" "$LOGS/launcher-test.log" bash .usher/test.sh "$NOTES" ||
    last_lines "$LOGS/launcher-test.log" 30
  grep -q . "$NOTES" || note fail "launcher" "its checks reported nothing, see $LOGS/launcher-test.log"
  step launcher "checked ($((SECONDS - began)) s)"
}

# choose_test_ports: six neighbours for the servers of these tests, and six more for those of the tests beside them
choose_test_ports() {
  free_ports 12
  take_ports "$FREE_PORT"
  PORTS_BESIDE=$((FREE_PORT + 6))
}

# take_ports FIRST
take_ports() {
  STORE_PORT=$1
  ZEEBE_PORT=$(($1 + 1))
  test_addresses
}

# test_addresses: only store and broker are ours to start, the tests start their engines themselves
test_addresses() {
  ENGINE_PORT=0 DESIGNER_PORT=0 BIND=127.0.0.1
  choose_addresses
  MANAGED='store broker'
}

# bring_to_ready: starts what is ours, until each is ready
bring_to_ready() {
  local name waits=' '
  while [ -n "$waits" ]; do
    waits=''
    for name in $MANAGED; do
      tend "$name" || waits="$waits $name"
    done
    [ -z "$waits" ] || progress "$(printf '%-10s%s' waiting "$waits")"
    [ -z "$waits" ] || pause 0.5
  done
}

# start_servers: until each is ready, and the environment tells the tests where
start_servers() {
  bring_to_ready
  USHER_TEST_MONGODB_URI=$(store_uri)
  export USHER_TEST_MONGODB_URI
  export USHER_TEST_ZEEBE_ADDRESS=$BROKER_ADDRESS
  export USHER_TEST_ZEEBE_MANAGEMENT=$BROKER_MANAGEMENT
  export USHER_TEST_ENGINE_JAR=$ENGINE_APP/app.jar
  export USHER_TEST_ZEEBE_HOME=$ZEEBE_HOME
  export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
}

# verify_all: every module. The engine's tests mostly wait, the designer's keep a machine busy: so they run beside each other,
# and on servers of their own, since the engine's move the broker's time. Who chooses modules has one Maven for them.
verify_all() {
  choose_test_ports
  case " $* " in
    *' -pl'* | *' --projects'*)
      start_servers
      verify maven "the modules asked for" "$@"
      return 0
      ;;
  esac
  # no terminal beside: two cannot share one line that replaces itself
  verify_beside "$@" > >(cat) 2>&1 &
  BESIDE_PID=$!
  start_servers
  verify engine "connectors and engine" -pl connectors,engine "$@"
  while kill -0 "$BESIDE_PID" 2>/dev/null; do pause 0.5; done
  wait "$BESIDE_PID" || note fail "tests of the designer" "they ended early, see $DATA/beside/log"
  BESIDE_PID=''
}

# verify_beside: the designer's module, in a process and a folder of its own
verify_beside() {
  STARTED='' OWNS_HOUSE='' BUSY_PID='' BESIDE_PID=''
  trap 'end_of_up' EXIT
  trap 'on_signal' TERM HUP
  DATA=$DATA/beside
  RUN=$DATA/run
  LOGS=$DATA/log
  need_data_folder
  stop_house 'store broker' >/dev/null
  rm -rf "$DATA/store" "$DATA/zeebe"
  take_ports "$PORTS_BESIDE"
  start_servers
  verify designer "designer" -pl designer-ui "$@"
  exit 0
}

# verify NAME TEXT ARGUMENT..: one Maven, on the servers that were started
verify() {
  local name=$1 text=$2 code=0 began=$SECONDS
  shift 2
  busy "$name" "$text" "$LOGS/verify.log" "$MAVEN" -B -ntp -fae verify "$@" || code=$?
  step "$name" "Maven ended ($((SECONDS - began)) s)"
  [ "$code" -eq 0 ] || explain_failure "$LOGS/verify.log" "maven verify, $name"
}

# explain_failure LOG NAME: a build that failed is a failure of its own, also when no test failed in it
explain_failure() {
  complain "Maven failed. Its whole log: $1"
  grep -E '^\[ERROR\]' "$1" | grep -v 'Re-run Maven\|full stack trace\|For more information\|^\[ERROR\] *$' | head -n 25 | cut -c 1-300 | sed 's/^/       | /' >&2
  note fail "$2" "$(grep -m 1 '^\[ERROR\] Failed to execute goal\|^\[ERROR\] Could not\|^\[ERROR\]' "$1" | cut -c 1-250)"
}

# collect_reports NAME: a later run writes to the same files
collect_reports() {
  local report target
  for report in */target/*-reports/TEST-*.xml; do
    [ -f "$report" ] || continue
    target=$DATA/reports/$1/$(dirname "$(dirname "$(dirname "$report")")")/$(basename "$(dirname "$report")")
    mkdir -p "$target"
    mv "$report" "$target/"
  done
}

# verify_on_real_mongodb: every integration test of the engine once more, where a real MongoDB is at hand
verify_on_real_mongodb() {
  local code=0 uri=$REAL_MONGODB_URI
  if [ -z "$uri" ] && [ -z "$REAL_MONGOD" ]; then
    skip_aloud "real MongoDB" "no MONGODB_URI, no USHER_MONGOD, no mongod on PATH; the tests ran on the embedded store only"
    return 0
  fi
  if [ -z "$uri" ]; then
    stop_processes 25 store
    # shellcheck disable=SC2034 # read by choose_addresses and run_store
    USHER_MONGOD=$REAL_MONGOD
    test_addresses
    set_state store ''
    start_servers
    uri=$USHER_TEST_MONGODB_URI
  fi
  USHER_TEST_MONGODB_URI=$uri USHER_TEST_REAL_MONGODB_URI=$uri busy mongodb "the engine's tests on real MongoDB" "$LOGS/verify-mongodb.log" \
    "$MAVEN" -B -ntp -pl connectors,engine verify -Dspotless.check.skip=true -Dtest=NoUnitTestsThisTime -Dsurefire.failIfNoSpecifiedTests=false ||
    code=$?
  collect_reports real-mongodb
  [ "$code" -eq 0 ] || explain_failure "$LOGS/verify-mongodb.log" "tests on real MongoDB"
  [ -d "$DATA/reports/real-mongodb" ] || note fail "tests on real MongoDB" "none ran"
}

skip_aloud() {
  say "" "SKIPPED: $1: $2" ""
  note skip "$1" "$2"
}

# need_chromium: browser tests drive a real one; sets USHER_CHROMIUM
need_chromium() {
  local name install='apt-get install -y chromium chromium-driver'
  grep -qi playwright designer-ui/pom.xml 2>/dev/null || return 0
  for name in "${USHER_CHROMIUM:-}" chromium chromium-browser google-chrome; do
    if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1; then
      USHER_CHROMIUM=$(command -v "$name")
      export USHER_CHROMIUM
      return 0
    fi
  done
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
    busy chromium "installing" "$LOGS/chromium.log" sh -c "export DEBIAN_FRONTEND=noninteractive; $install || { apt-get update && $install; }"
    if command -v chromium >/dev/null 2>&1; then
      export USHER_CHROMIUM=/usr/bin/chromium
      return 0
    fi
  fi
  skip_aloud "browser tests" "no Chromium; install one ($install as root) or name it: USHER_CHROMIUM=/path/to/chromium"
}
