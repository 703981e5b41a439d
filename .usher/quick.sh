# shellcheck shell=bash
# quick: the tests of one module on a broker and a store that stay for the next call.

quick() {
  local module=${1:-} code=0
  [ $# -eq 0 ] || shift
  case $module in
    connectors | engine | designer-ui | stop) ;;
    *) fail "$EXIT_USAGE" "quick takes a module (connectors, engine, designer-ui) and Maven's arguments, or stop." \
      "For example: ./usher quick engine -Dit.test=OrderConfirmationIT" ;;
  esac
  use_test_house quick
  if [ "$module" = stop ]; then
    stop_house 'store broker'
    return 0
  fi
  trap 'on_signal' INT TERM HUP
  NOTES=$DATA/notes.tsv
  : >"$NOTES"
  need_jdk
  need_maven
  if [ "$module" != connectors ]; then quick_servers "$module"; fi
  if [ "$module" = designer-ui ]; then need_chromium; fi
  rm -f ./*/target/*-reports/TEST-*.xml
  quick_filters "$@"
  as_caller "$MAVEN" -B -ntp -pl "$module" -am verify -Dspotless.check.skip=true "${FILTERS[@]}" "$@" </dev/null || code=$?
  "$JAVA" .usher/TestReport.java "$NOTES" "$module/target" || code=1
  return "$code"
}

# quick_servers MODULE: those of the last call when they are what we need, else new ones
quick_servers() {
  local name
  locate_zeebe
  need_zeebe
  if [ "$1" = designer-ui ] || ! find_store_build; then build_apps engine; fi
  free_ports 6
  STORE_PORT=$FREE_PORT
  ZEEBE_PORT=$((FREE_PORT + 1))
  for name in store broker; do
    if alive "$name"; then use_entry_port "$name"; fi
  done
  test_addresses
  adopt_or_clear
  start_servers
}

# find_store_build: any earlier build of the engine whose embedded store is the one of the present sources
find_store_build() {
  local app wanted
  wanted=$(store_fingerprint)
  for app in "$CACHE"/app/engine-*; do
    if [ -r "$app/store-fingerprint" ] && [ "$(cat "$app/store-fingerprint")" = "$wanted" ]; then
      ENGINE_APP=$app
      return 0
    fi
  done
  return 1
}

# quick_filters ARGUMENT..: a single class asked for keeps the other kind of tests from running
quick_filters() {
  local given=" $* "
  FILTERS=(-Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false)
  case $given in
    *' -Dtest='*' -Dit.test='* | *' -Dit.test='*' -Dtest='*) ;;
    *' -Dit.test='*) FILTERS+=(-Dtest=NoUnitTestsThisTime) ;;
    *' -Dtest='*) FILTERS+=(-DskipITs) ;;
  esac
}
