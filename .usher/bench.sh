# shellcheck shell=bash
# bench: measures in a house of its own, a temporary folder with free ports, which is gone afterwards. The benches themselves
# are Java, compiled with the engine's tests and run from source on the class path of the built engine.

readonly BENCHES=engine/src/test/java/io/usher/engine/bench

# bench_names: one a line, by their files
bench_names() { find "$BENCHES" -name '?*Bench.java' | sed 's:.*/\(.*\)Bench\.java:\1:' | tr '[:upper:]' '[:lower:]' | LC_ALL=C sort; }

bench() {
  local code=0 mongod=${USHER_MONGOD:-}
  need_bench_arguments "$@"
  OUT=$ROOT/target/bench
  mkdir -p "$OUT"
  forget_settings
  [ -z "$mongod" ] || USHER_MONGOD=$mongod
  DATA=$(mktemp -d "${TMPDIR:-/tmp}/usher-bench.XXXXXX") || fail "$EXIT_DATA" "no temporary folder can be made in ${TMPDIR:-/tmp}."
  RUN=$DATA/run
  LOGS=$DATA/log
  trap 'end_of_bench' EXIT
  trap 'on_signal' INT TERM HUP
  need_data_folder
  need_jdk
  locate_zeebe
  need_zeebe
  build_apps engine
  start_bench_house "$@"
  rm -f "$OUT/$1.json" "$OUT/$1.html"
  measure "$@" || code=$?
  # Java ends with 1 also when it cannot begin
  if [ "$code" -gt 1 ] || [ ! -s "$OUT/$1.html" ]; then exit "$EXIT_START"; fi
  BENCH_WENT_WELL=1
  say "" "Kept in $OUT/$1.json and $OUT/$1.html"
  exit "$code"
}

# need_bench_arguments: before anything is built; the program checks them again
need_bench_arguments() {
  local word known
  known=$(bench_names | paste -s -d ' ' -)
  case " $known " in *" ${1:-.} "*) ;; *) fail "$EXIT_USAGE" "bench takes one of: $known." "For example: ./usher bench ${known%% *} --quick" ;; esac
  for word in "${@:2}"; do
    case $word in --quick | --profile) ;; *) fail "$EXIT_USAGE" "bench takes no '$word', only --quick and --profile after the name." ;; esac
  done
}

# start_bench_house: store, broker and engine with the memory and the settings that `up` gives them, but for the rates
start_bench_house() {
  case " $* " in *' --profile '*) PROFILE=$OUT/$1 ;; esac
  free_ports 8
  STORE_PORT=$FREE_PORT ZEEBE_PORT=$((FREE_PORT + 1)) ENGINE_PORT=$((FREE_PORT + 6)) MAIL_PORT=$((FREE_PORT + 7))
  DESIGNER_PORT=0 BIND=127.0.0.1
  choose_addresses
  MANAGED='store broker engine'
  export USHER_RATE_PER_ADDRESS=10000000 USHER_RATE_PER_CALLER=10000000
  export USHER_SMTP_URL=smtp://127.0.0.1:$MAIL_PORT USHER_MAIL_FROM=bench@example.com USHER_MAIL_CATCHER=true
  make_first_sign_in
  make_designer_key
  make_secret_key
  bring_to_ready
}

# measure NAME OPTION..: the program, with what it must know
measure() {
  local name processes=''
  for name in $MANAGED; do
    alive "$name" && processes="$processes $name=$ENTRY_PID"
  done
  export USHER_BENCH_PROCESSES=$processes USHER_BENCH_OUT=$OUT USHER_BENCH_ENGINE_PORT=$ENGINE_PORT USHER_BENCH_MAIL_PORT=$MAIL_PORT
  export USHER_BENCH_BROKER=$BROKER_ADDRESS USHER_BENCH_ZEEBE=$ZEEBE_VERSION USHER_BENCH_STORE_KIND=$STORE_KIND
  USHER_BENCH_STORE=$(store_uri) USHER_BENCH_MANAGE_KEY=$(first_sign_in manage-key) USHER_BENCH_COMMIT=$(commit_here)
  export USHER_BENCH_STORE USHER_BENCH_MANAGE_KEY USHER_BENCH_COMMIT
  as_caller "$JAVA" -Xmx1g --enable-native-access=ALL-UNNAMED \
    -Dlogback.configurationFile=engine/src/test/resources/logback-test.xml \
    -cp "$ENGINE_APP/app.jar:$ENGINE_APP/lib/*" "$BENCHES/BenchCommand.java" "$@" </dev/null &
  BUSY_PID=$!
  wait "$BUSY_PID"
}

# commit_here: the commit, and whether something else than it is measured
commit_here() {
  local commit
  commit=$(git rev-parse --short HEAD 2>/dev/null) || { say "not known" && return 0; }
  if [ -n "$(git status --porcelain 2>/dev/null)" ]; then commit="$commit and changes"; fi
  say "$commit"
}

# end_of_bench: ends only what this run started; after a failure the logs stay
end_of_bench() {
  local code=$?
  trap '' INT TERM HUP
  [ -z "$BUSY_PID" ] || kill -TERM "$BUSY_PID" 2>/dev/null
  clear_progress
  [ -z "$STARTED" ] || stop_house "$STARTED" >/dev/null
  if [ -n "${BENCH_WENT_WELL:-}" ] || [ "$code" -eq 130 ]; then
    rm -rf "$DATA"
  else
    complain "the bench did not come to its end. Logs: $LOGS"
  fi
  exit "$code"
}
