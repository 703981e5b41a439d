# shellcheck shell=bash
# The data folder, and what another shell may ask: down, status, up in the background.

# need_data_folder: it can be made, read and written, or the end with what is wrong
need_data_folder() {
  local folder
  [ ! -e "$DATA" ] || [ -d "$DATA" ] || fail "$EXIT_DATA" "$DATA must be a folder, it is a file." "Move it away, or choose another folder: USHER_DATA=/path ./usher up"
  for folder in "$DATA" "$RUN" "$LOGS"; do
    [ -d "$folder" ] || mkdir -p "$folder" 2>/dev/null || broken_data_folder "$folder cannot be made"
    [ -r "$folder" ] && [ -x "$folder" ] || broken_data_folder "$folder cannot be read"
    { : >"$folder/.writable"; } 2>/dev/null || broken_data_folder "$folder cannot be written"
    rm -f "$folder/.writable"
  done
}

broken_data_folder() {
  fail "$EXIT_DATA" "the data folder is of no use: $1 (by user $(id -un))." \
    "See ls -ld '$DATA' and df '$DATA', or choose another folder: USHER_DATA=/path ./usher up"
}

# up_detached: starts the launcher in the background and shows what it says until everything is ready
up_detached() {
  local log=$LOGS/launcher.log had='' shown=0 size
  [ ! -e "$(first_sign_in_file)" ] || had=1
  : >"$log"
  set -m
  "$ROOT/usher" up --behind >>"$log" 2>&1 </dev/null &
  local pid=$!
  set +m
  trap 'kill -TERM "$pid" 2>/dev/null; wait "$pid"; exit 130' INT TERM HUP
  while :; do
    started_at "$pid"
    size=$(wc -c <"$log")
    if [ "$size" -gt "$shown" ]; then
      tail -c +$((shown + 1)) "$log" | head -c $((size - shown))
      shown=$size
    fi
    [ -n "$STARTED_AT" ] || return 1
    ! grep -q '^  Logs  ' "$log" || break
    pause 0.5
  done
  trap - INT TERM HUP
  if [ -z "$had" ] && [ -e "$(first_sign_in_file)" ]; then
    say "  First sign-in:"
    sed 's/^/    /; /^    #/d' "$(first_sign_in_file)"
  fi
  say "Runs in the background (launcher pid $pid, its log $log). ./usher down stops all of it."
}

down() {
  local limit=$((SECONDS + 90)) name left=''
  [ $# -eq 0 ] || fail "$EXIT_USAGE" "down takes no arguments."
  [ -d "$RUN" ] || { say "Usher does not run." && return 0; }
  if alive launcher; then
    say "Asking the launcher (pid $ENTRY_PID) to stop everything."
    kill -TERM "$ENTRY_PID"
    while alive launcher && [ "$SECONDS" -lt "$limit" ]; do pause 0.3; done
    if alive launcher; then
      step launcher "does not end, killed"
      kill -KILL "$ENTRY_PID"
    fi
    left=asked
  fi
  for name in store broker engine designer; do
    if alive "$name"; then left="$left $name"; else rm -f "$RUN/$name"; fi
  done
  rm -f "$RUN/launcher" "$RUN"/*.rest
  [ -n "$left" ] || { say "Usher does not run." && return 0; }
  stop_house "${left#asked}"
  say "Stopped. Everything it knows is kept in $DATA."
}

# status: a line for each process; true when all that belong to this house are ready
status() {
  local name all=0 state watched=''
  [ $# -eq 0 ] || fail "$EXIT_USAGE" "status takes no arguments."
  choose_ports
  locate_zeebe
  printf '%-10s %-22s %-8s %-6s %s\n' PROCESS STATE PID PORT SINCE
  for name in launcher store broker engine designer; do
    state='does not run'
    if [ "$name" != launcher ] && [[ " $MANAGED " != *" $name "* ]]; then
      printf '%-10s %-22s %-8s %-6s %s\n' "$name" "elsewhere" - - "$([ "$name" = store ] && say MONGODB_URI || say ZEEBE_ADDRESS)"
      continue
    fi
    if alive "$name"; then
      state=ready
      use_entry_port "$name"
      NOT_READY=''
      if [ "$name" != launcher ] && ! is_ready "$name"; then state="not ready" && all=1; fi
      if [ "$name" = engine ] && [ "$state" = ready ] && ! engine_is_well; then all=1; fi
      [ -z "${NOT_READY:-}" ] || state="waits for $NOT_READY"
      printf '%-10s %-22s %-8s %-6s %s\n' "$name" "$state" "$ENTRY_PID" "${ENTRY_PORT#0}" "$ENTRY_SINCE"
    else
      all=1
      printf '%-10s %-22s %-8s %-6s\n' "$name" "$state" - -
    fi
  ! alive launcher || watched=1
  done
  return $all
}

# use_entry_port NAME: looks where the process really listens, whatever the environment of this shell says
use_entry_port() {
  case $1 in
    store) STORE_PORT=$ENTRY_PORT ;;
    broker) ZEEBE_PORT=$ENTRY_PORT ;;
    engine) ENGINE_PORT=$ENTRY_PORT ;;
    designer) DESIGNER_PORT=$ENTRY_PORT ;;
  esac
}
      [ -z "$watched" ] || [ ! -e "$RUN/$name.rest" ] || state='rests'
    [ -z "$watched" ] || [ ! -r "$RUN/$name.rest" ] || printf '           %s\n' "$(head -n 1 "$RUN/$name.rest" | tr -cd '[:print:]')"
