# shellcheck shell=bash
# The data folder, and what another shell may ask: down, status, up in the background.

# need_data_folder: it can be made, read and written, by its owner alone, or the end with what is wrong
need_data_folder() {
  local folder
  umask 077
  tighten_data
  [ ! -e "$DATA" ] || [ -d "$DATA" ] || fail "$EXIT_DATA" "$DATA must be a folder, it is a file." "Move it away, or choose another folder: USHER_DATA=/path ./usher up"
  for folder in "$DATA" "$RUN" "$LOGS"; do
    [ -d "$folder" ] || mkdir -p "$folder" 2>/dev/null || broken_data_folder "$folder cannot be made"
    [ -r "$folder" ] && [ -x "$folder" ] || broken_data_folder "$folder cannot be read"
    { : >"$folder/.writable"; } 2>/dev/null || broken_data_folder "$folder cannot be written"
    rm -f "$folder/.writable"
  done
}

# tighten_data: what an earlier version left open to other users, once; what is made from now on is private by umask.
# The folder itself only when it is Usher's: it may be somebody's whole disk.
tighten_data() {
  local part
  if [ -d "$DATA/run" ] && [ ! -k "$DATA" ] && open_to_others "$DATA"; then
    chmod go= "$DATA" 2>/dev/null || complain "$DATA can be read by other users of this machine, and $(id -un) may not change that."
  fi
  for part in "$DATA/run" "$DATA/log" "$DATA/store" "$DATA/mongod" "$DATA/zeebe" "$DATA/reports"; do
    if [ -d "$part" ] && open_to_others "$part"; then
      chmod -R go= "$part" 2>/dev/null || complain "$part can be read by other users of this machine, and $(id -un) may not change that."
    fi
  done
}

# open_to_others FOLDER
open_to_others() {
  [ -n "$(find -H "$1" -prune \( -perm -0040 -o -perm -0020 -o -perm -0010 -o -perm -0004 -o -perm -0002 -o -perm -0001 \) -print 2>/dev/null)" ]
}

broken_data_folder() {
  fail "$EXIT_DATA" "the data folder is of no use: $1 (by user $(id -un))." \
    "See ls -ld '$DATA' and df '$DATA', or choose another folder: USHER_DATA=/path ./usher up"
}

# up_detached: starts the launcher in the background and shows what it says until everything is ready
up_detached() {
  local log=$LOGS/launcher.log had='' shown=0 size
  [ ! -e "$DATA/.has-admin" ] || had=1
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
  ! alive launcher || watched=1
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
      [ -z "$watched" ] || [ ! -e "$RUN/$name.rest" ] || state='rests'
      printf '%-10s %-22s %-8s %-6s\n' "$name" "$state" - -
    fi
    [ -z "$watched" ] || [ ! -r "$RUN/$name.rest" ] || printf '           %s\n' "$(head -n 1 "$RUN/$name.rest" | tr -cd '[:print:]')"
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
