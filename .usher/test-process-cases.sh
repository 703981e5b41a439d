# shellcheck shell=bash disable=SC2154 # variables are those of the parts under test
# The checks of .usher/test.sh about processes; helpers stand in test-cases.sh.

stale_entry() {
  parts
  sleep 60 &
  local other=$!
  printf 'pid=%s\nport=27117\nstarted=another\nsince=x\nsettings=0\n' "$other" >"$RUN/store"
  printf 'pid=999999999\nport=8080\nstarted=1\nsince=x\nsettings=0\n' >"$RUN/engine"
  ! alive store && ! alive engine || lose "taken for alive"
  usher 0 down
  says "does not run"
  [ ! -e "$RUN/store" ] && [ ! -e "$RUN/engine" ] || lose "entries are left"
  kill -0 "$other" || lose "the other process was ended"
  kill "$other"
}

down_stops_orphans() {
  parts
  start_process store 27117 0 sleep 60
  alive store || lose "not alive after its start"
  local pid=$ENTRY_PID
  usher 0 down
  says Stopped
  wait "$pid" 2>/dev/null
  ! kill -0 "$pid" 2>/dev/null && [ ! -e "$RUN/store" ] || lose "it lives, or its entry is left"
}

adoption() {
  parts
  settings_of() { say "settings of $1"; }
  MANAGED='store broker'
  start_process store 1 'settings of store' sleep 60
  start_process broker 2 'an older build' sleep 60
  local store broker
  alive store && store=$ENTRY_PID
  alive broker && broker=$ENTRY_PID
  adopt_or_clear
  alive store && [ "$ENTRY_PID" = "$store" ] || lose "the store was not adopted"
  ! alive broker && ! kill -0 "$broker" 2>/dev/null || lose "the old broker lives"
  stop_processes 5 store
}

second_up() {
  parts
  start_process launcher 0 0 sleep 60
  usher 0 up
  says "runs already"
  alive launcher || lose "the first one was ended"
  kill "$ENTRY_PID"
}

# ends_noting NAME: a process that writes its name when it is asked to end
ends_noting() { exec bash -c "trap 'sleep 0.3; echo $1 >>$TEMP/order; exit 0' TERM; : >$TEMP/$1; while :; do sleep 0.05; done"; }

stop_order() {
  parts
  local name
  for name in store broker engine designer; do start_process "$name" 1 0 ends_noting "$name"; done
  for name in store broker engine designer; do until [ -e "$TEMP/$name" ]; do sleep 0.05; done; done
  stop_house 'store broker engine designer'
  [ "$(sed 's/engine\|designer/user/' "$TEMP/order" | tr '\n' ' ')" = 'user user broker store ' ] || lose "order: $(cat "$TEMP/order")"
}

stubborn_process() {
  parts
  start_process store 1 0 bash -c "trap '' TERM; : >$TEMP/up; while :; do sleep 0.1; done"
  until [ -e "$TEMP/up" ]; do sleep 0.05; done
  alive store
  local pid=$ENTRY_PID
  SAID=$(stop_processes 1 store 2>&1)
  says killed
  wait "$pid" 2>/dev/null
  ! kill -0 "$pid" 2>/dev/null || lose "it lives"
}

restarts() {
  parts
  MANAGED=broker STORE_KIND=embedded ZEEBE_PORT=1 ALL_READY=1
  settings_of() { say 0; }
  pause() { sleep 0.1; }
  is_ready() { [ -e "$TEMP/born" ] && : >"$TEMP/seen"; }
  run_broker() {
    : >"$TEMP/born"
    until [ -e "$TEMP/seen" ]; do sleep 0.1; done
    rm -f "$TEMP/born" "$TEMP/seen"
    echo "out of luck"
    exit 9
  }
  local code=0
  SAID=$( (watch) 2>&1) || code=$?
  [ "$code" -eq 8 ] || lose "exit code $code: $SAID"
  says "starts again (1 of 3)" "starts again (3 of 3)" "the broker ended: exit code 9" "out of luck"
  [ "$(grep -c 'broker starts' "$LOGS/broker.log")" -eq 4 ] || lose "starts: $(cat "$LOGS/broker.log")"
}

store_exit_codes() {
  parts
  MANAGED=store STORE_KIND=embedded STORE_PORT=1 ZEEBE_PORT=1
  settings_of() { say 0; }
  is_ready() { false; }
  local code wanted words=(taken 'cannot be written' 'is broken' 'is locked')
  for code in 3 4 5 6; do
    unset STATE_store DEATHS_store
    run_store() { echo "own words $code" && exit "$code"; }
    SAID=$( (watch) 2>&1) && lose "did not end"
    says "${words[code - 3]}" "own words $code"
  done
}
