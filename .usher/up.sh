# shellcheck shell=bash
# up: build, start, wait, watch. The launcher stays and starts again what dies; with --detach it stays in the background.

STARTED=''     # what this launcher started, to be stopped when it ends
BESIDE_PID=''  # what runs servers and tests of its own beside this launcher
OWNS_HOUSE=''  # this launcher wrote the launcher's entry
BEHIND=''      # this launcher runs behind `up --detach`
ALL_READY=''
GOES_ON=''     # a house that stays: what was ready once is started again for ever; tests give up instead
readonly TRIES=3 LONGEST_REST=240

up() {
  local detach=''
  while [ $# -gt 0 ]; do
    case $1 in
      --detach) detach=1 ;;
      --behind) BEHIND=1 ;;
      *) fail "$EXIT_USAGE" "up takes no '$1'. Usage: ./usher up [--detach]" ;;
    esac
    shift
  done
  need_data_folder
  if alive launcher; then
    say "Usher runs already (launcher pid $ENTRY_PID). ./usher status says how, ./usher down stops it."
    return 0
  fi
  take_given_sign_in up ${detach:+--detach} ${BEHIND:+--behind}
  if [ -n "$detach" ]; then up_detached && return 0 || exit "$EXIT_START"; fi
  trap 'end_of_up' EXIT
  trap 'on_signal' INT TERM HUP
  enter_house
  say "Usher"
  need_jdk
  choose_ports
  need_ports
  warn_of_open_bind
  if own_tls && ! command -v curl >/dev/null 2>&1; then fail "$EXIT_USAGE" "with SERVER_SSL_* the launcher asks engine and designer by curl, and there is none on PATH."; fi
  step jdk "$JAVA_HOME"
  build_apps engine designer
  locate_zeebe
  case $MANAGED in *broker*) need_zeebe ;; esac
  make_first_sign_in
  make_designer_key
  make_secret_key
  adopt_or_clear
  rm -f "$RUN"/*.rest
  GOES_ON=1
  watch
}

# enter_house: one launcher at a time
enter_house() {
  drop_stale_entry launcher
  (set -C && : >"$RUN/launcher") 2>/dev/null || fail "$EXIT_START" "another ./usher up is starting at this moment ($RUN/launcher)."
  write_entry launcher $$ 0 0
  OWNS_HOUSE=1
}

# adopt_or_clear: a live process with our settings goes on, one with others ends, an entry without a process goes
adopt_or_clear() {
  local name
  for name in store broker engine designer; do
    drop_stale_entry "$name"
    alive "$name" || continue
    if [[ " $MANAGED " == *" $name "* ]] && [ "$ENTRY_SETTINGS" = "$(settings_of "$name")" ]; then
      step "$name" "runs already (pid $ENTRY_PID since $ENTRY_SINCE), goes on"
      STARTED="$STARTED $name"
    else
      step "$name" "runs with other settings or an older build, starts anew"
      stop_processes 25 "$name"
    fi
  done
}

state_of() {
  local variable=STATE_$1
  say "${!variable:-}"
}
set_state() { printf -v "STATE_$1" '%s' "$2"; }

start_managed() {
  case " $STARTED " in *" $1 "*) ;; *) STARTED="$STARTED $1" ;; esac
  start_process "$1" "$(port_of "$1")" "$(settings_of "$1")" "run_$1"
}

# watch: brings every process to ready and keeps it there, until a signal comes
watch() {
  local name began=$SECONDS waits='' said=''
  while :; do
    waits=''
    for name in $MANAGED; do
      tend "$name" || waits="$waits $name"
    done
    if [ -n "$waits" ]; then
      progress "$(printf '%-10s%s, %s s %s' waiting "$waits" $((SECONDS - began)) "${NOT_READY:+(engine waits for $NOT_READY)}")"
      if [ -n "${NOT_READY:-}" ] && [ "$NOT_READY" != "$said" ] && [ $((SECONDS - began)) -ge 20 ]; then
        said=$NOT_READY
        step engine "waits for $NOT_READY"
      fi
      pause 0.5
    else
      [ -n "$ALL_READY" ] || tell_ready
      ALL_READY=1 said=''
      pause 1
    fi
  done
}

# tend NAME: one look at one process; true when it is ready
tend() {
  local name=$1
  case $(state_of "$name") in
    '')
      may_start "$name" || return 1
      alive "$name" || start_managed "$name"
      set_state "$name" starting
      printf -v "BEGAN_$name" '%s' "$SECONDS"
      return 1
      ;;
    resting)
      local next=NEXT_$name
      [ "$SECONDS" -lt "${!next}" ] || set_state "$name" ''
      return 1
      ;;
    starting)
      alive "$name" || { ended "$name" && return 1; }
      is_ready "$name" || { too_long "$name" && return 1; }
      local began=BEGAN_$name
      step "$name" "ready on port $(port_of "$name") ($((SECONDS - ${!began})) s)"
      set_state "$name" ready
      rm -f "$RUN/$name.rest"
      printf -v "BEGAN_$name" '%s' "$SECONDS"
      printf -v "ONCE_$name" 1
      ;;
    ready)
      alive "$name" || { ended "$name" && return 1; }
      [ "$name" != engine ] || look_at_health
      ;;
  esac
}

NEXT_LOOK=0
SICK=''

# look_at_health: every ten seconds; says once what a running engine waits for, and once that it goes on
look_at_health() {
  [ "$SECONDS" -ge "$NEXT_LOOK" ] || return 0
  NEXT_LOOK=$((SECONDS + 10))
  if engine_is_well; then
    [ -z "$SICK" ] || step engine "goes on"
    SICK=''
  elif [ "$NOT_READY" != "$SICK" ]; then
    SICK=$NOT_READY
    step engine "waits for $SICK"
  fi
  NOT_READY=''
}

# may_start NAME: the engine starts when its store listens; the rest at once
may_start() {
  if [ "$1" = engine ] && [[ " $MANAGED " == *" store "* ]]; then [ "$(state_of store)" = ready ]; fi
}

# too_long NAME: ends a process that neither dies nor answers, and the launcher with it unless the process was ready before;
# an engine that says what it waits for may wait
too_long() {
  local began=BEGAN_$1 told=TOLD_$1 once=ONCE_$1 limit=600
  [ -z "$NOT_READY" ] || return 0
  if [ ! -t 1 ] && [ "$SECONDS" -ge $((${!told:-${!began}} + 60)) ]; then
    printf -v "$told" '%s' "$SECONDS"
    step "$1" "still starting, $((SECONDS - ${!began})) s"
  fi
  [ $((SECONDS - ${!began})) -gt "$limit" ] || return 0
  complain "the $1 did not get ready within $limit s. The end of $LOGS/$1.log:"
  last_lines "$LOGS/$1.log" 15
  [ -n "$GOES_ON" ] && [ -n "${!once:-}" ] || exit "$EXIT_START"
  kill -KILL "$ENTRY_PID" 2>/dev/null
}

# ended NAME: it is started again after a rest that doubles each time, and the others go on meanwhile. The launcher ends only
# for what trying again cannot mend: a process that was never ready here, a store whose file is broken.
ended() {
  local name=$1 why count=DEATHS_$1 began=BEGAN_$1 once=ONCE_$1 next=NEXT_$1 rest
  exit_code_of "$ENTRY_PID"
  why="exit code ${EXIT_CODE:-unknown}"
  [ "$name" != store ] || [ "$STORE_KIND" != embedded ] || why=$(why_store_ended "$EXIT_CODE")
  if [ "$(state_of "$name")" = ready ] && [ $((SECONDS - ${!began:-0})) -ge 600 ]; then printf -v "$count" 0; fi
  printf -v "$count" '%s' $((${!count:-0} + 1))
  if [ -z "${!once:-}" ] || [ "$name$EXIT_CODE" = store5 ] || { [ -z "$GOES_ON" ] && [ "${!count}" -gt $TRIES ]; }; then
    complain "the $name ended: $why." "It was started ${!count} time(s). The end of $LOGS/$name.log:"
    last_lines "$LOGS/$name.log" 20
    exit "$EXIT_START"
  fi
  rest=$(rest_after "${!count}")
  if [ "${!count}" -eq $((TRIES + 1)) ]; then
    complain "the $name ended ${!count} times in a row ($why) and is tried on, at last every $((LONGEST_REST / 60)) minutes." \
      "Everything else goes on. The end of $LOGS/$name.log:"
    last_lines "$LOGS/$name.log" 20
  fi
  step "$name" "ended ($why), time ${!count} in a row, starts again in $rest s"
  rm -f "$RUN/$name"
  printf 'ended %s time(s) in a row, at %s: %s; the next try is %s s later\n' "${!count}" "$(date '+%H:%M:%S')" "$why" "$rest" >"$RUN/$name.rest"
  printf -v "$next" '%s' $((SECONDS + rest))
  set_state "$name" resting
}

# rest_after DEATHS: the seconds before the next try
rest_after() {
  local rest=1 n
  for ((n = 1; n < $1 && rest < LONGEST_REST; n++)); do rest=$((rest * 2)); done
  say $((rest < LONGEST_REST ? rest : LONGEST_REST))
}

tell_ready() {
  local host
  first_sign_in_taken
  host=$(reach_of "$BIND")
  [ "$host" != 127.0.0.1 ] || host=localhost
  say ""
  say "  Designer           $(scheme)://$host:$DESIGNER_PORT"
  say "  Engine             $(scheme)://$host:$ENGINE_PORT   (API: /swagger-ui.html, health: /actuator/health)"
  tell_first_sign_in
  say "  Logs               $LOGS"
  say ""
  [ -n "$BEHIND" ] || say "Ctrl-C here or ./usher down elsewhere stops all of it."
}

# on_signal: a second Ctrl-C changes nothing, stopping in order goes on
on_signal() {
  trap '' INT TERM HUP
  if [ -n "$ALL_READY" ]; then exit 0; fi
  exit 130
}

end_of_up() {
  local code=$?
  trap '' INT TERM HUP
  [ -z "$BUSY_PID" ] || kill -TERM "$BUSY_PID" 2>/dev/null
  [ -z "$BESIDE_PID" ] || kill -TERM "$BESIDE_PID" 2>/dev/null
  clear_progress
  [ -z "$STARTED" ] || stop_house "$STARTED"
  [ -z "$BESIDE_PID" ] || wait "$BESIDE_PID" 2>/dev/null
  [ -z "$OWNS_HOUSE" ] || rm -f "$RUN/launcher" "$RUN"/*.rest
  exit "$code"
}

# stop_house NAMES: those that use the others first
stop_house() {
  local names=" $1 "
  local users=()
  [[ $names != *" designer "* ]] || users+=(designer)
  [[ $names != *" engine "* ]] || users+=(engine)
  [ ${#users[@]} -eq 0 ] || stop_processes 25 "${users[@]}"
  [[ $names != *" broker "* ]] || stop_processes 25 broker
  [[ $names != *" store "* ]] || stop_processes 25 store
}
