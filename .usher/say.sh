# shellcheck shell=bash
# What the launcher says, how it ends, and how it shows that something long is going on.

# shellcheck disable=SC2034 # used by the other files
readonly EXIT_USAGE=2 EXIT_JAVA=3 EXIT_PORT=4 EXIT_DATA=5 EXIT_DOWNLOAD=6 EXIT_BUILD=7 EXIT_START=8

# say LINE..
say() { printf '%s\n' "$@"; }

# step NAME TEXT..: one line of a list of steps
step() {
  clear_progress
  local name=$1
  shift
  printf '  %-10s %s\n' "$name" "$*"
}

# complain LINE..: a message on standard error, further lines indented below the first
complain() {
  clear_progress
  printf 'usher: %s\n' "$1" >&2
  shift
  [ $# -eq 0 ] || printf '       %s\n' "$@" >&2
}

# fail CODE LINE..: the message, then the end of the launcher; never call it inside $(..)
fail() {
  local code=$1
  shift
  complain "$@"
  exit "$code"
}

# pause SECONDS: bash tells of a killed child while it waits for the next command; we tell it in our own words
pause() { { sleep "$1"; } 2>/dev/null; }

PROGRESS_SHOWN=''

# progress TEXT: replaces itself on a terminal, says nothing elsewhere
progress() {
  [ -t 1 ] || return 0
  printf '\r\033[K  %.110s' "$1"
  PROGRESS_SHOWN=1
}

clear_progress() {
  [ -z "$PROGRESS_SHOWN" ] || printf '\r\033[K'
  PROGRESS_SHOWN=''
}

# Everything that the launcher and the four processes write is for their user alone (need_data_folder says umask 077);
# what Maven builds keeps the mode that the caller's shell gives.
CALLER_UMASK=$(umask)

# as_caller COMMAND..: with the caller's own umask, for builds
as_caller() { (umask "$CALLER_UMASK" && exec "$@"); }

BUSY_PID=''

# busy NAME TEXT LOG COMMAND..: runs the command with its output in LOG and shows that time passes; its status is the result
busy() {
  local name=$1 text=$2 log=$3 began=$SECONDS spent told=0 code=0
  shift 3
  mkdir -p "$(dirname "$log")"
  (umask "$CALLER_UMASK" && exec "$@") >"$log" 2>&1 </dev/null &
  BUSY_PID=$!
  while kill -0 "$BUSY_PID" 2>/dev/null; do
    spent=$((SECONDS - began))
    progress "$(printf '%-10s %s, %s s  %s' "$name" "$text" "$spent" "$(doing_now "$log")")"
    if [ ! -t 1 ] && [ $((spent - told)) -ge 30 ]; then
      told=$spent
      step "$name" "$text, $spent s  $(doing_now "$log")"
    fi
    pause 0.5
  done
  wait "$BUSY_PID" || code=$?
  BUSY_PID=''
  clear_progress
  return $code
}

# doing_now LOG: what a running Maven is at, from the last telling line of its log
doing_now() {
  tail -n 40 "$1" 2>/dev/null | sed -n -E 's/^\[INFO\] (Building Usher [^[]*[^[ ]).*/\1/p; s/^\[INFO\] --- ([^ ]*) .*/\1/p; s/^\[INFO\] Running ([A-Za-z0-9_.]*)$/\1/p' | tail -n 1
}

# last_lines LOG N: the end of a log, indented
last_lines() {
  [ -s "$1" ] || return 0
  tail -n "$2" "$1" | cut -c 1-300 | sed 's/^/       | /' >&2
}
