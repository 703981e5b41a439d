# shellcheck shell=bash
# Processes of our own: each has an entry in $RUN with pid, port and start time, and a log in $LOGS.
# A pid alone proves nothing (it may belong to somebody else by now), so the start time is compared too.

# started_at PID: sets STARTED_AT to a word that names this very process, empty when there is none
started_at() {
  local stat
  STARTED_AT=''
  if [ -d /proc/self ]; then
    { read -r stat <"/proc/$1/stat"; } 2>/dev/null || return 0
    # after the name in parentheses: state is the 1st word, the start in clock ticks since boot the 20th
    # shellcheck disable=SC2086
    set -- ${stat##*) }
    [ "$1" = Z ] || STARTED_AT=${20}${BOOT_ID:+@$BOOT_ID}
  else
    case $(ps -o stat= -p "$1" 2>/dev/null) in
      '' | Z*) ;;
      *) STARTED_AT=$(ps -o lstart= -p "$1" | tr -s ' ' '_') ;;
    esac
  fi
}

BOOT_ID=''
{ read -r BOOT_ID </proc/sys/kernel/random/boot_id; } 2>/dev/null || BOOT_ID=''

# read_entry NAME: sets ENTRY_*; false when there is no entry, or one whose numbers are none: they are calculated with and
# handed to kill, and bash would run what stands in them
read_entry() {
  local key value
  ENTRY_PID='' ENTRY_PORT='' ENTRY_STARTED='' ENTRY_SINCE='' ENTRY_SETTINGS=''
  [ -r "$RUN/$1" ] || return 1
  while IFS='=' read -r key value; do
    case $key in
      pid) ENTRY_PID=$value ;;
      port) ENTRY_PORT=$value ;;
      started) ENTRY_STARTED=$value ;;
      since) ENTRY_SINCE=${value//[^0-9: -]/} ;;
      settings) ENTRY_SETTINGS=$value ;;
    esac
  done <"$RUN/$1"
  [[ $ENTRY_PID =~ ^[1-9][0-9]{0,9}$ && $ENTRY_PORT =~ ^(0|[1-9][0-9]{0,4})$ ]] || { ENTRY_PID='' ENTRY_PORT='' && return 1; }
}

# write_entry NAME PID PORT SETTINGS
write_entry() {
  started_at "$2"
  printf 'pid=%s\nport=%s\nstarted=%s\nsince=%s\nsettings=%s\n' "$2" "$3" "$STARTED_AT" "$(date '+%Y-%m-%d %H:%M:%S')" "$4" >"$RUN/$1.part"
  mv "$RUN/$1.part" "$RUN/$1"
}

# alive NAME: the process of the entry lives; sets ENTRY_*
alive() {
  read_entry "$1" || return 1
  started_at "$ENTRY_PID"
  [ -n "$STARTED_AT" ] && [ "$STARTED_AT" = "$ENTRY_STARTED" ]
}

# drop_stale_entry NAME: removes the entry of a process that is gone
drop_stale_entry() {
  if [ -e "$RUN/$1" ] && ! alive "$1"; then
    step "$1" "entry of an earlier process removed (pid ${ENTRY_PID:-unknown} is gone)"
    rm -f "$RUN/$1"
  fi
}

# start_process NAME PORT SETTINGS COMMAND..: in a process group of its own, so that Ctrl-C reaches only the launcher
start_process() {
  local name=$1 port=$2 settings=$3 log=$LOGS/$1.log
  shift 3
  if [ -f "$log" ] && [ "$(wc -c <"$log")" -gt 10000000 ]; then mv "$log" "$log.1"; fi
  printf -- '---- %s %s\n' "$(date '+%Y-%m-%d %H:%M:%S')" "$name starts" >>"$log"
  set -m
  "$@" >>"$log" 2>&1 </dev/null &
  set +m
  write_entry "$name" $! "$port" "$settings"
}

# exit_code_of PID: sets EXIT_CODE of a child that is gone; empty for a process that an earlier launcher started
exit_code_of() {
  EXIT_CODE=0
  wait "$1" 2>/dev/null || EXIT_CODE=$?
  [ "$EXIT_CODE" -ne 127 ] || EXIT_CODE=''
}

# stop_processes SECONDS NAME..: asks all of them to end, waits, then ends what is left; entries are removed
stop_processes() {
  local limit=$((SECONDS + $1)) name living
  shift
  for name in "$@"; do
    if alive "$name"; then
      step "$name" "stopping"
      kill -TERM "$ENTRY_PID" 2>/dev/null
    fi
  done
  while :; do
    living=''
    for name in "$@"; do
      if alive "$name"; then living="$living $name"; fi
    done
    [ -n "$living" ] && [ "$SECONDS" -lt "$limit" ] || break
    pause 0.2
  done
  for name in $living; do
    step "$name" "did not end by itself, killed"
    if alive "$name"; then
      kill -KILL "$ENTRY_PID" 2>/dev/null
      exit_code_of "$ENTRY_PID"
    fi
  done
  for name in "$@"; do
    if read_entry "$name"; then
      exit_code_of "$ENTRY_PID"
      rm -f "$RUN/$name"
    fi
  done
}
