# shellcheck shell=bash
# The four processes: how each is run, on which ports, and when it is ready.
# A run_* function is the body of the new process and replaces itself by the program.

# choose_ports: from the environment, or the defaults
choose_ports() {
  ENGINE_PORT=${USHER_ENGINE_PORT:-8080}
  DESIGNER_PORT=${USHER_DESIGNER_PORT:-8090}
  STORE_PORT=${USHER_STORE_PORT:-27117}
  ZEEBE_PORT=${USHER_ZEEBE_PORT:-26510}
  BIND=${USHER_BIND:-127.0.0.1}
  need_number USHER_ENGINE_PORT "$ENGINE_PORT"
  need_number USHER_DESIGNER_PORT "$DESIGNER_PORT"
  need_number USHER_STORE_PORT "$STORE_PORT"
  need_number USHER_ZEEBE_PORT "$ZEEBE_PORT"
  choose_addresses
  need_different_ports
}

# need_different_ports: those of the processes that we start
need_different_ports() {
  local name port offset all='' taken
  for name in $MANAGED; do
    for offset in 0 1 2 3 4; do
      port=$(($(port_of "$name") + offset))
      taken=$(sed -n "s/^$port //p" <<<"$all")
      [ -z "$taken" ] || fail "$EXIT_USAGE" "port $port is wanted twice: by the $taken ($(port_variable "$taken")) and by the $name ($(port_variable "$name"))."
      all="$all"$'\n'"$port $name"
      [ "$name" = broker ] || break
    done
  done
}

port_variable() {
  case $1 in
    broker) say "USHER_ZEEBE_PORT and the four after it" ;;
    *) say "USHER_$(tr '[:lower:]' '[:upper:]' <<<"$1")_PORT" ;;
  esac
}

# choose_addresses: where the engine looks (store_uri adds the password), and which processes are ours
choose_addresses() {
  MANAGED='engine designer'
  STORE_KIND=embedded
  STORE_URI=mongodb://127.0.0.1:$STORE_PORT/usher
  if [ -n "${MONGODB_URI:-}" ]; then
    STORE_KIND=external
    STORE_URI=$MONGODB_URI
  elif [ -n "${USHER_MONGOD:-}" ]; then
    STORE_KIND=mongod
    STORE_URI="mongodb://127.0.0.1:$STORE_PORT/usher?replicaSet=usher"
    [ -x "$USHER_MONGOD" ] || fail "$EXIT_USAGE" "USHER_MONGOD names $USHER_MONGOD, which is not a program."
  fi
  if [ -n "${ZEEBE_ADDRESS:-}" ]; then
    BROKER_ADDRESS=$ZEEBE_ADDRESS
    BROKER_MANAGEMENT=${ZEEBE_MANAGEMENT_ADDRESS:-}
  else
    BROKER_ADDRESS=127.0.0.1:$ZEEBE_PORT
    BROKER_MANAGEMENT=http://127.0.0.1:$(broker_management_port)
    MANAGED="broker $MANAGED"
  fi
  [ "$STORE_KIND" = external ] || MANAGED="store $MANAGED"
}

# warn_of_open_bind: said at each start, as everybody on the way can read passwords, keys and contacts then
warn_of_open_bind() {
  case $BIND in
    127.* | localhost | ::1 | '[::1]') return 0 ;;
  esac
  ! own_tls || return 0
  complain "WARNING: engine and designer listen on $BIND without TLS (USHER_BIND): who can listen on the way reads passwords," \
    "API keys and contacts. Put a proxy with TLS before them and leave USHER_BIND away, or give them a certificate:" \
    "docs/operations.md, TLS."
}

# own_tls: Spring's own setting gives engine and designer a certificate
own_tls() {
  [ "${SERVER_SSL_ENABLED:-true}" != false ] &&
    [ -n "${SERVER_SSL_CERTIFICATE:-}${SERVER_SSL_KEY_STORE:-}${SERVER_SSL_KEYSTORE:-}${SERVER_SSL_BUNDLE:-}" ]
}

scheme() { if own_tls; then say https; else say http; fi; }

# app_get PORT PATH: http_get of engine or designer. With a certificate it takes curl, which need not believe it: what is
# asked is whether they are well, and nothing secret is sent.
app_get() {
  local host
  host=$(reach_of "$BIND")
  if own_tls; then
    HTTP_STATUS=$(curl -sk -m 5 -o /dev/null -w '%{http_code}' "https://$host:$1$2" 2>/dev/null)
    [ "$HTTP_STATUS" != 000 ] || HTTP_STATUS=''
  else
    http_get "$1" "$2" "$host"
  fi
}

# store_uri: the store's address with the password, for the engine's process and the tests only
store_uri() {
  local password=''
  if [ "$STORE_KIND" != external ]; then
    { read -r password <"$(store_password_file)"; } 2>/dev/null
    case $STORE_URI in
      *\?*) say "${STORE_URI/\/\////usher:$password@}&authSource=admin" ;;
      *) say "${STORE_URI/\/\////usher:$password@}?authSource=admin" ;;
    esac
  else
    say "$STORE_URI"
  fi
}

# store_password_file: the embedded store makes its own at its first start, a mongod gets ours
store_password_file() {
  case $STORE_KIND in
    embedded) say "$DATA/store/password" ;;
    mongod) say "$DATA/mongod.password" ;;
  esac
}

# make_secret FILE: a file of 43 random letters and digits, unless it is there
make_secret() {
  [ ! -s "$1" ] || return 0
  (umask 077 && random_word 43 'A-Za-z0-9' >"$1.part") && mv "$1.part" "$1"
}

# forget_secrets: no process but the engine is handed what the engine alone needs
forget_secrets() { unset MONGODB_URI ZEEBE_CLIENT_SECRET USHER_SMTP_URL USHER_ADMIN_PASSWORD USHER_SEND_KEY USHER_MANAGE_KEY USHER_DESIGNER_KEY USHER_SECRET_KEY; }

# the broker's other ports stand next to its gateway's
broker_command_port() { say $((ZEEBE_PORT + 1)); }
broker_internal_port() { say $((ZEEBE_PORT + 2)); }
broker_server_port() { say $((ZEEBE_PORT + 3)); }
broker_management_port() { say $((ZEEBE_PORT + 4)); }

port_of() {
  case $1 in
    store) say "$STORE_PORT" ;;
    broker) say "$ZEEBE_PORT" ;;
    engine) say "$ENGINE_PORT" ;;
    designer) say "$DESIGNER_PORT" ;;
  esac
}

# need_ports: each port of each process that we start is free
need_ports() {
  local name offset
  for name in $MANAGED; do
    if alive "$name" && [ "$ENTRY_PORT" = "$(port_of "$name")" ]; then continue; fi
    case $name in
      store) need_port "$STORE_PORT" store USHER_STORE_PORT ;;
      broker)
        for offset in 0 1 2 3 4; do
          need_port $((ZEEBE_PORT + offset)) "broker (it uses $ZEEBE_PORT to $((ZEEBE_PORT + 4)))" USHER_ZEEBE_PORT
        done
        ;;
      engine) need_port "$ENGINE_PORT" engine USHER_ENGINE_PORT "$BIND" ;;
      designer) need_port "$DESIGNER_PORT" designer USHER_DESIGNER_PORT "$BIND" ;;
    esac
  done
}

JVM_FLAGS=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:+ExitOnOutOfMemoryError)

# record_into NAME: with PROFILE, the beginning of a path, the JVM keeps a flight recording there and writes it when it ends
record_into() {
  [ -z "${PROFILE:-}" ] || JVM_FLAGS+=("-XX:StartFlightRecording=filename=$PROFILE-$1.jfr,settings=profile,dumponexit=true")
}

# A mongod with a key file serves only who signs in; initiate_replica_set makes the user.
run_store() {
  forget_secrets
  unset "${!SERVER_SSL_@}"
  if [ "$STORE_KIND" = mongod ]; then
    mkdir -p "$DATA/mongod"
    make_secret "$DATA/mongod.password"
    make_secret "$DATA/mongod.key"
    exec "$USHER_MONGOD" --dbpath "$DATA/mongod" --port "$STORE_PORT" --bind_ip 127.0.0.1 --replSet usher \
      --keyFile "$DATA/mongod.key" --wiredTigerCacheSizeGB 0.5
  fi
  record_into store
  exec "$JAVA" -Xmx"${USHER_STORE_MEMORY:-512m}" "${JVM_FLAGS[@]}" -cp "$ENGINE_APP/app.jar" io.usher.engine.embedded.EmbeddedStore \
    --port "$STORE_PORT" --data "$DATA/store" --cache-mb "${USHER_STORE_CACHE_MB:-64}"
}

# The numbers behind these settings: two partitions and ParallelGC start half as many journeys again on two cores, the
# default AIMD limit of 200 ms collapses under load there, and small log segments keep the folder small. The default disk
# watermarks (2 GB and 1 GB free) would stop a laptop's broker long before its disk is full.
run_broker() {
  forget_secrets
  unset "${!SERVER_SSL_@}"
  mkdir -p "$DATA/zeebe"
  export ZEEBE_BROKER_NETWORK_HOST=127.0.0.1 ZEEBE_BROKER_GATEWAY_NETWORK_HOST=127.0.0.1
  export SERVER_ADDRESS=127.0.0.1 MANAGEMENT_SERVER_ADDRESS=127.0.0.1
  export ZEEBE_BROKER_GATEWAY_NETWORK_PORT=$ZEEBE_PORT
  ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT=$(broker_command_port)
  ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT=$(broker_internal_port)
  SERVER_PORT=$(broker_server_port)
  MANAGEMENT_SERVER_PORT=$(broker_management_port)
  export ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT SERVER_PORT MANAGEMENT_SERVER_PORT
  export ZEEBE_BROKER_CLUSTER_PARTITIONSCOUNT=2
  export ZEEBE_BROKER_BACKPRESSURE_AIMD_REQUESTTIMEOUT=2s
  export ZEEBE_BROKER_DATA_DIRECTORY=$DATA/zeebe
  export ZEEBE_BROKER_DATA_LOGSEGMENTSIZE=16MB
  export ZEEBE_BROKER_DATA_SNAPSHOTPERIOD=5m
  export ZEEBE_BROKER_DATA_DISK_FREESPACE_PROCESSING=256MB
  export ZEEBE_BROKER_DATA_DISK_FREESPACE_REPLICATION=128MB
  export ZEEBE_CLOCK_CONTROLLED=${CLOCK_CONTROLLED:-false}
  MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE=$(broker_endpoints)
  export MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE MANAGEMENT_ENDPOINTS_WEB_DISCOVERY_ENABLED=false
  # a relative path, as the distribution's script splits JAVA_OPTS at blanks
  export JAVA_OPTS="-Xmx${USHER_BROKER_MEMORY:-768m} -XX:+UseParallelGC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dlog4j2.configurationFile=.usher/broker-log4j2.xml"
  export LOGGING_CONFIG=.usher/broker-log4j2.xml
  exec "$ZEEBE_HOME/bin/broker"
}

# broker_endpoints: what the management port answers to anybody on this machine: health, the tests' clock, configured backups.
# Without this it also pauses exporters, moves partitions, shows its settings and writes its threads.
broker_endpoints() {
  local endpoints=health
  [ "${CLOCK_CONTROLLED:-false}" != true ] || endpoints=$endpoints,clock
  case ${ZEEBE_BROKER_DATA_BACKUP_STORE:-NONE} in NONE | none) ;; *) endpoints=$endpoints,backups ;; esac
  say "$endpoints"
}

run_engine() {
  MONGODB_URI=$(store_uri)
  export MONGODB_URI ZEEBE_ADDRESS=$BROKER_ADDRESS
  export USHER_ENGINE_PORT=$ENGINE_PORT USHER_BIND=$BIND
  [ -z "$BROKER_MANAGEMENT" ] || export ZEEBE_MANAGEMENT_ADDRESS=$BROKER_MANAGEMENT
  [ ! -r "$(first_sign_in_file)" ] || USHER_FIRST_SIGN_IN_FILE=$(first_sign_in_file)
  export USHER_FIRST_SIGN_IN_FILE=${USHER_FIRST_SIGN_IN_FILE:-}
  export_designer_key
  export_secret_key
  record_into engine
  exec "$JAVA" -Xmx"${USHER_ENGINE_MEMORY:-768m}" "${JVM_FLAGS[@]}" -jar "$ENGINE_APP/app.jar"
}

run_designer() {
  export_designer_key
  local key=$USHER_DESIGNER_KEY
  forget_secrets
  export USHER_DESIGNER_KEY=$key
  USHER_ENGINE_URL=${USHER_ENGINE_URL:-$(scheme)://$(reach_of "$BIND"):$ENGINE_PORT}
  export USHER_ENGINE_URL USHER_DESIGNER_PORT=$DESIGNER_PORT USHER_BIND=$BIND
  exec "$JAVA" -Xmx"${USHER_DESIGNER_MEMORY:-512m}" "${JVM_FLAGS[@]}" -jar "$DESIGNER_APP/app.jar"
}

# settings_of NAME: one word for all that shapes the process; a live process with another word is not adopted
settings_of() {
  {
    case $1 in
      store) say "$STORE_KIND $STORE_PORT $DATA ${USHER_MONGOD:-} $ENGINE_APP" && env | grep '^USHER_STORE_' | LC_ALL=C sort ;;
      broker) say "$ZEEBE_HOME $ZEEBE_PORT $DATA $(broker_endpoints) ${USHER_BROKER_MEMORY:-}" ;;
      engine) say "$ENGINE_APP $ENGINE_PORT $BIND $(store_uri) $BROKER_ADDRESS $BROKER_MANAGEMENT" && env | grep '^USHER_\|^SERVER_SSL_\|^ZEEBE_CA_\|^ZEEBE_CLIENT_\|^ZEEBE_AUTHORIZATION_\|^ZEEBE_TOKEN_' | LC_ALL=C sort ;;
      designer) say "$DESIGNER_APP $DESIGNER_PORT $ENGINE_PORT $BIND" && env | grep '^USHER_\|^SERVER_SSL_' | LC_ALL=C sort ;;
    esac
  } | cksum | tr -d ' '
}

# is_ready NAME: it does its work now; for the engine, NOT_READY says what it waits for
is_ready() {
  NOT_READY=''
  case $1 in
    store)
      port_open "$STORE_PORT" || return 1
      [ "$STORE_KIND" != mongod ] || initiate_replica_set
      ;;
    broker)
      http_get "$(broker_management_port)" /actuator/health/readiness
      [ "$HTTP_STATUS" = 200 ]
      ;;
    engine)
      app_get "$ENGINE_PORT" /actuator/health/readiness
      [ "$HTTP_STATUS" != 200 ] || return 0
      [ -z "$HTTP_STATUS" ] || engine_is_well
      return 1
      ;;
    designer)
      app_get "$DESIGNER_PORT" /
      case $HTTP_STATUS in 2?? | 3?? | 401) ;; *) return 1 ;; esac
      ;;
  esac
}

# engine_is_well: nothing is amiss; NOT_READY says what it waits for (it is ready without Zeebe: events are taken, journeys wait)
engine_is_well() {
  NOT_READY=''
  health_of_engine ''
  [ "$HTTP_STATUS" != 200 ] || return 0
  NOT_READY=$(waits_of_engine)
  return 1
}

health_of_engine() { app_get "$ENGINE_PORT" "/actuator/health$1"; }

# waits_of_engine: anybody may ask how each part is; where it stands, which health tells only to who may read, we know ourselves
waits_of_engine() {
  local words=''
  health_of_engine /store
  if [ "$HTTP_STATUS" = 503 ]; then
    case $STORE_KIND in
      external) words='the MongoDB that MONGODB_URI names' ;;
      *) words="the store on port $STORE_PORT" ;;
    esac
  else
    health_of_engine /start
    [ "$HTTP_STATUS" != 503 ] || words='its own preparations'
  fi
  health_of_engine /broker
  [ "$HTTP_STATUS" != 503 ] || words=${words:+$words, }"Zeebe at $BROKER_ADDRESS"
  health_of_engine /background
  [ "$HTTP_STATUS" != 503 ] || words=${words:+$words, }'its own background work, see its log'
  say "${words:-something that /actuator/health names to who may read it}"
}

# initiate_replica_set: a mongod with --replSet serves nobody until it is told that it is a set of one
initiate_replica_set() {
  "$JAVA" -cp "$ENGINE_APP/lib/*" .usher/ReplicaSet.java "$STORE_PORT" <"$(store_password_file)" >>"$LOGS/store.log" 2>&1
}

# why_store_ended CODE: the store's own exit codes, in words
why_store_ended() {
  case $1 in
    3) say "its port $STORE_PORT is taken (USHER_STORE_PORT chooses another)" ;;
    4) say "its folder $DATA/store cannot be written" ;;
    5) say "its file in $DATA/store is broken; put the last backup back, see docs/operations.md" ;;
    6) say "its file in $DATA/store is locked by another process that has it open" ;;
    '') say "exit code unknown, an earlier launcher had started it" ;;
    *) say "exit code $1" ;;
  esac
}
