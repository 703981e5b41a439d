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

# a_broker_that_dies: becomes ready and dies with 9 again and again, beside a store that lives
a_broker_that_dies() {
  MANAGED='store broker' STORE_KIND=embedded STORE_PORT=1 ZEEBE_PORT=1 ALL_READY=1
  settings_of() { say 0; }
  pause() { sleep 0.1; }
  is_ready() { [ "$1" = store ] || { [ -e "$TEMP/born" ] && : >"$TEMP/seen"; }; }
  run_store() { exec sleep 60; }
  run_broker() {
    : >"$TEMP/born"
    until [ -e "$TEMP/seen" ] || [ ! -d "$TEMP" ]; do sleep 0.05; done
    rm -f "$TEMP/born" "$TEMP/seen"
    echo "out of luck"
    exit 9
  }
}

starts_of_broker() { grep -c 'broker starts' "$LOGS/broker.log" 2>/dev/null; }

restarts() {
  parts
  a_broker_that_dies
  rest_after() { if [ "$1" -lt 7 ]; then say 0; else say 20; fi; }
  GOES_ON=1
  start_process launcher 0 0 sleep 60
  (watch) >"$TEMP/said" 2>&1 &
  local watcher=$! tries=0
  until [ "$(starts_of_broker)" -ge 7 ] || [ $((tries += 1)) -gt 300 ]; do sleep 0.1; done
  # between two deaths it runs for a moment, and status says so
  tries=0
  until SAID=$(status) && [[ $SAID == *'ended '* ]] || [ $((tries += 1)) -gt 100 ]; do sleep 0.05; done
  kill -0 "$watcher" || lose "the launcher ended: $(cat "$TEMP/said")"
  alive store || lose "the store was ended"
  [ "$(grep -c 'store starts' "$LOGS/store.log")" -eq 1 ] || lose "the store was started again"
  says "broker     " "ended " "time(s) in a row" "exit code 9"
  kill "$watcher"
  SAID=$(cat "$TEMP/said")
  says "time 1 in a row" "time 6 in a row" "the broker ended 4 times in a row (exit code 9) and is tried on" "Everything else goes on" "out of luck"
  [ "$(grep -c 'is tried on' "$TEMP/said")" -eq 1 ] || lose "its last words are repeated: $SAID"
  stop_processes 5 broker store launcher
}

rests_grow() {
  parts
  local deaths got=''
  for deaths in 1 2 3 4 8 9 100; do got="$got $(rest_after "$deaths")"; done
  [ "$got" = ' 1 2 4 8 128 240 240' ] || lose "rests: $got"
}

never_ready() {
  parts
  a_broker_that_dies
  is_ready() { [ "$1" = store ]; }
  run_broker() { echo "cannot be" && exit 9; }
  GOES_ON=1
  local code=0
  SAID=$( (watch) 2>&1) || code=$?
  [ "$code" -eq 8 ] || lose "exit code $code: $SAID"
  says "the broker ended: exit code 9" "cannot be"
  [ "$(starts_of_broker)" -eq 1 ] || lose "started $(starts_of_broker) times"
  stop_processes 5 store
}

tests_give_up() {
  parts
  a_broker_that_dies
  rest_after() { say 0; }
  local code=0
  SAID=$( (watch) 2>&1) || code=$?
  [ "$code" -eq 8 ] || lose "exit code $code: $SAID"
  [ "$(starts_of_broker)" -eq 4 ] || lose "started $(starts_of_broker) times"
  stop_processes 5 store
}

# nothing of an entry may be run: bash calculates with what it reads, and kill takes -1 for everybody
forged_entries() {
  parts
  local name
  for name in launcher store broker engine designer; do
    printf 'pid=%s\nport=%s\nstarted=1\nsince=x\nsettings=0\n' "x[\$(touch $TEMP/run1)]" "x[\$(touch $TEMP/run2)]" >"$RUN/$name"
  done
  usher 1 status
  for name in '-1' '0' '1 2' '99999999999' '0x10' ''; do
    printf 'pid=%s\nport=1\nstarted=1\nsince=x\nsettings=0\n' "$name" >"$RUN/store"
    ! alive store || lose "pid '$name' is taken for a process"
  done
  started_at $$
  for name in "a[\$(touch $TEMP/run3)]" '99999999' '-1' '010'; do
    printf 'pid=%s\nport=%s\nstarted=%s\nsince=x\nsettings=0\n' $$ "$name" "$STARTED_AT" >"$RUN/broker"
    ! alive broker || lose "port '$name' is taken for a port"
  done
  for name in "$TEMP"/run?; do [ ! -e "$name" ] || lose "an entry was run"; done
  usher 0 down
  [ ! -e "$RUN/store" ] || lose "the entry is left"
}

store_exit_codes() {
  parts
  MANAGED=store STORE_KIND=embedded STORE_PORT=1 ZEEBE_PORT=1 GOES_ON=1
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
