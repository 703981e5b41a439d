# shellcheck shell=bash
# Ports and HTTP with nothing but bash: who listens, what a health address says.

# port_open PORT [HOST]: somebody listens there
port_open() { (exec 3<>"/dev/tcp/${2:-127.0.0.1}/$1") 2>/dev/null; }

# http_get PORT PATH [HOST]: sets HTTP_STATUS (empty when nobody answers) and HTTP_REPLY
http_get() {
  local host=${3:-127.0.0.1}
  HTTP_REPLY=$({
    exec 3<>"/dev/tcp/$host/$1" || exit 1
    printf 'GET %s HTTP/1.0\r\nHost: %s:%s\r\nConnection: close\r\n\r\n' "$2" "$host" "$1" >&3
    IFS= read -r -t 5 -d '' reply <&3
    printf '%s' "$reply"
  } 2>/dev/null)
  HTTP_STATUS=''
  case $HTTP_REPLY in HTTP/*) HTTP_STATUS=${HTTP_REPLY#* } && HTTP_STATUS=${HTTP_STATUS:0:3} ;; esac
}

# reach_of BIND: the address to call for something bound to BIND
reach_of() {
  case $1 in
    0.0.0.0 | :: | '') say 127.0.0.1 ;;
    *) say "$1" ;;
  esac
}

# holder_of PORT: who listens there, in words, as far as this user may know
holder_of() {
  local inode pid='' words
  if [ -r /proc/net/tcp ]; then
    inode=$(awk -v want="$(printf ':%04X' "$1")" '$4 == "0A" && substr($2, length($2) - 4) == want { print $10; exit }' /proc/net/tcp /proc/net/tcp6 2>/dev/null)
    [ -z "$inode" ] || pid=$(find /proc/[0-9]*/fd -maxdepth 1 -lname "socket:\[$inode\]" 2>/dev/null | head -n 1 | cut -d / -f 3)
  elif command -v lsof >/dev/null 2>&1; then
    pid=$(lsof -nP -t -iTCP:"$1" -sTCP:LISTEN 2>/dev/null | head -n 1)
  fi
  [ -n "$pid" ] || { say "a process that this user may not look at" && return 0; }
  words=$(ps -o command= -p "$pid" 2>/dev/null || tr '\0' ' ' <"/proc/$pid/cmdline")
  printf 'pid %s: %.140s\n' "$pid" "$words"
}

# need_number VARIABLE VALUE: a port is a number
need_number() {
  case $2 in
    '' | 0* | *[!0-9]*) fail "$EXIT_USAGE" "$1 must be a port number, it is '$2'." ;;
  esac
  [ "$2" -ge 1 ] && [ "$2" -le 65530 ] || fail "$EXIT_USAGE" "$1 must be between 1 and 65530, it is $2."
}

# need_port PORT PROCESS VARIABLE [HOST]: nobody listens there, or the end with who does and what to change
need_port() {
  port_open "$1" "$(reach_of "${4:-127.0.0.1}")" || return 0
  fail "$EXIT_PORT" "port $1, which the $2 needs, is taken by $(holder_of "$1")" \
    "End that process or choose another port: $3=<port> ./usher up" \
    "Nothing was started."
}

# free_ports N: sets FREE_PORT to the first of N neighbouring ports that nobody holds
free_ports() {
  local try i
  for try in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    FREE_PORT=$((20000 + (RANDOM * 7 + try * 131) % 12000))
    i=0
    while [ "$i" -lt "$1" ] && ! port_open $((FREE_PORT + i)); do i=$((i + 1)); done
    [ "$i" -lt "$1" ] || return 0
  done
  fail "$EXIT_PORT" "no $1 free neighbouring ports found between 20000 and 32000."
}
