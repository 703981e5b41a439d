# shellcheck shell=bash disable=SC2154 # variables are those of the parts under test
# The checks that .usher/test.sh runs, each in a subshell with an empty folder $TEMP; exit code 77 skips with its last line.

# usher CODE ARGUMENT..: runs the launcher on data in $TEMP, wants that exit code, leaves what it said in $SAID
usher() {
  local wanted=$1 code=0
  shift
  SAID=$(USHER_DATA=${USHER_DATA:-$TEMP/data} ./usher "$@" 2>&1 </dev/null) || code=$?
  [ "$code" -eq "$wanted" ] || lose "exit code $code instead of $wanted; it said: $SAID"
}

lose() {
  printf '%s\n' "$*"
  exit 1
}

# says TEXT..: each stands in $SAID
says() {
  local text
  for text in "$@"; do
    [[ $SAID == *"$text"* ]] || lose "'$text' is missing in: $SAID"
  done
}

# parts: the launcher's functions in this shell, on folders in $TEMP
parts() {
  local part
  CACHE=$TEMP/cache DATA=$TEMP/data RUN=$TEMP/data/run LOGS=$TEMP/data/log
  mkdir -p "$RUN" "$LOGS" "$CACHE"
  for part in say java net process build first-sign-in servers house up tests quick demo bench audit; do
    # shellcheck source=/dev/null
    . ".usher/$part.sh"
  done
}

unknown_command() {
  usher 2 fly
  says "no command 'fly'" up down status test quick help
}

bench_arguments() {
  local name
  usher 2 bench
  says "bench takes one of: accept" "--quick"
  usher 2 bench nonsense
  says "bench takes one of: accept"
  usher 2 bench accept --slow
  says "bench takes no '--slow'"
  parts
  for name in $(bench_names); do
    grep -q "case \"$name\" ->" "$BENCHES/Benches.java" || lose "Benches.java does not know $name"
  done
}

demo_without_house() {
  usher 8 demo
  says "does not run here" "./usher up"
  usher 2 demo quickly
  says "demo takes no arguments"
}

no_jdk() {
  mkdir "$TEMP/bin"
  ln -s /usr/bin/* /bin/* "$TEMP/bin/" 2>/dev/null
  rm -f "$TEMP"/bin/java* "$TEMP"/bin/mvn
  unset JAVA_HOME
  export USHER_JVM_FOLDERS=$TEMP/none PATH=$TEMP/bin
  usher 3 up
  says "no JDK 25 found" "JAVA_HOME (not set)" "java on PATH (none)" "https://adoptium.net"
  [ ! -e "$TEMP/data/run/launcher" ] || lose "the launcher's entry is left"
}

# fake_jdk NAME VERSION PROGRAM..
fake_jdk() {
  local home=$TEMP/jvm/$1 program
  mkdir -p "$home/bin"
  printf 'JAVA_VERSION="%s"\n' "$2" >"$home/release"
  shift 2
  for program in "$@"; do
    printf '#!/bin/sh\n' >"$home/bin/$program"
    chmod +x "$home/bin/$program"
  done
}

other_jdk() {
  parts
  fake_jdk a-runtime 25.0.1 java
  fake_jdk b-old 17.0.15 java javac
  fake_jdk c-newer 26 java javac
  fake_jdk d-right 25.0.1 java javac
  JAVA_HOME=$TEMP/jvm/b-old
  USHER_JVM_FOLDERS=$TEMP/jvm PATH=/bin:/usr/bin
  jdk_candidates() { printf '%s\n' "$JAVA_HOME" "$TEMP"/jvm/*; }
  need_jdk
  [ "$JAVA_HOME" = "$TEMP/jvm/d-right" ] || lose "took $JAVA_HOME"
}

maven_versions() {
  parts
  at_least 3.8.7 3.8.7 && at_least 3.8.7 3.9.16 && at_least 3.8.7 4.0.0-rc-5 || lose "a new enough one is refused"
  ! at_least 3.8.7 3.8.6 && ! at_least 3.8.7 3.6.3 && ! at_least 3.8.7 2.9.9 || lose "an old one is taken"
  mkdir "$TEMP/bin"
  printf '#!/bin/sh\necho "Apache Maven 3.6.3 (abc)"\n' >"$TEMP/bin/mvn"
  chmod +x "$TEMP/bin/mvn"
  PATH=$TEMP/bin:$PATH
  need_maven
  [ "$MAVEN" = "$ROOT/mvnw" ] || lose "calls $MAVEN"
}

data_is_a_file() {
  : >"$TEMP/data"
  usher 5 up
  says "$TEMP/data must be a folder, it is a file" USHER_DATA
}

data_cannot_be_made() {
  : >"$TEMP/file"
  USHER_DATA=$TEMP/file/below usher 5 up
  says "$TEMP/file/below cannot be made" "choose another folder"
}

port_taken() {
  parts
  need_jdk
  free_ports 1
  "$JAVA" -m jdk.httpserver -b 127.0.0.1 -p "$FREE_PORT" -d "$TEMP" >/dev/null 2>&1 &
  local holder=$! tries=0
  until port_open "$FREE_PORT" || [ $((tries += 1)) -gt 100 ]; do sleep 0.2; done
  export USHER_ENGINE_PORT=$FREE_PORT
  free_ports 7
  export USHER_STORE_PORT=$FREE_PORT USHER_ZEEBE_PORT=$((FREE_PORT + 1)) USHER_DESIGNER_PORT=$((FREE_PORT + 6))
  (usher 4 up && says "port $USHER_ENGINE_PORT, which the engine needs" "pid $holder: " "USHER_ENGINE_PORT=<port>") || { kill "$holder" && exit 1; }
  kill "$holder"
  [ -z "$(ls "$RUN")" ] || lose "left in run: $(ls "$RUN")"
}

port_is_no_number() {
  USHER_DESIGNER_PORT=eight usher 2 up
  says "USHER_DESIGNER_PORT must be a port number"
}

same_port_twice() {
  USHER_DESIGNER_PORT=8080 usher 2 up
  says "8080" USHER_ENGINE_PORT USHER_DESIGNER_PORT
}

waiting_words() {
  parts
  choose_ports
  # http_get: a health of which the parts in $AMISS are not well
  http_get() {
    HTTP_STATUS=200
    case $2 in
      /actuator/health) [ -z "$AMISS" ] || HTTP_STATUS=503 ;;
      *) [[ " $AMISS " != *" ${2##*/} "* ]] || HTTP_STATUS=503 ;;
    esac
  }
  local amiss wanted
  AMISS='' && engine_is_well || lose "not well: $NOT_READY"
  while IFS=: read -r amiss wanted; do
    AMISS=$amiss
    ! engine_is_well || lose "well, although $amiss is not"
    [ "$NOT_READY" = "$wanted" ] || lose "$amiss: $NOT_READY"
  done <<'TEXT'
store:the store on port 27117
store start broker:the store on port 27117, Zeebe at 127.0.0.1:26510
broker:Zeebe at 127.0.0.1:26510
start:its own preparations
loops:something that /actuator/health names to who may read it
TEXT
  export MONGODB_URI=mongodb://u:secret@host/usher
  choose_ports
  AMISS=store
  ! engine_is_well && [ "$NOT_READY" = 'the MongoDB that MONGODB_URI names' ] || lose "$NOT_READY"
}

first_sign_in_once() {
  parts
  make_first_sign_in
  [ -n "$FIRST_START" ] || lose "not seen as the first start"
  local file=$DATA/first-sign-in key before
  [ -z "$(find "$file" -perm -0040 -o -perm -0004)" ] || lose "others may read it"
  [[ $(first_sign_in password) =~ ^[a-z2-9]{5}(-[a-z2-9]{5}){3}$ ]] || lose "password: $(first_sign_in password)"
  for key in send manage; do
    [[ $(first_sign_in $key-key) =~ ^usher_[a-z0-9]{12}_[A-Za-z0-9_-]{43}$ ]] || lose "key: $(first_sign_in $key-key)"
  done
  [ "$(first_sign_in send-key)" != "$(first_sign_in manage-key)" ] || lose "one key for both"
  before=$(cat "$file")
  make_first_sign_in
  [ "$before" = "$(cat "$file")" ] || lose "made again"
  first_sign_in_taken
  make_first_sign_in
  [ -z "$FIRST_START" ] || lose "an engine has it, and it is still the first start"
}

first_sign_in_deleted() {
  parts
  make_first_sign_in
  first_sign_in_taken
  rm "$DATA/first-sign-in"
  make_first_sign_in
  [ ! -e "$DATA/first-sign-in" ] || lose "made again"
}

given_sign_in() {
  parts
  local manage
  manage=usher_abcdefghijkl_$(printf 'k%.0s' {1..43})
  printf '#!/bin/sh\necho "$@"; env\n' >"$TEMP/usher"
  chmod +x "$TEMP/usher"
  export USHER_ADMIN_PASSWORD='my own one' USHER_MANAGE_KEY=$manage
  ROOT=$TEMP
  SAID=$(take_given_sign_in up --behind)
  says "up --behind" "USHER_DATA=$DATA"
  [[ $SAID != *"my own one"* && $SAID != *"$manage"* ]] || lose "still in the environment: $SAID"
  [ "$(first_sign_in password)" = 'my own one' ] && [ "$(first_sign_in manage-key)" = "$manage" ] || lose "not kept"
  rm "$DATA/first-sign-in"
  export USHER_SEND_KEY=secret
  SAID=$( (take_given_sign_in up) 2>&1) && lose "took a key that is none"
  says "USHER_SEND_KEY must look like"
  [[ $SAID != *secret* ]] || lose "it is shown: $SAID"
}

# what each process is handed: a program that writes its environment and its command line instead of doing its work
secrets_of_processes() {
  parts
  local name
  local send=usher_bbbbbbbbbbbb_b-secretbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb manage=usher_cccccccccccc_c-secretccccccccccccccccccccccccccccccccccc
  export ZEEBE_CLIENT_SECRET=brokersecret
  export USHER_SMTP_URL=smtp://u:mailsecret@host USHER_ADMIN_PASSWORD=a-secret USHER_SEND_KEY=$send USHER_MANAGE_KEY=$manage
  choose_ports
  ENGINE_APP=$TEMP DESIGNER_APP=$TEMP ZEEBE_HOME=$TEMP/zeebe JAVA=$TEMP/java
  mkdir -p "$TEMP/zeebe/bin" "$DATA/store"
  # shellcheck disable=SC2016
  printf '#!/bin/sh\nprintf "%%s\\n" "$@" >"$OUT.args"; env >"$OUT.env"\n' >"$JAVA"
  cp "$JAVA" "$ZEEBE_HOME/bin/broker"
  chmod +x "$JAVA" "$ZEEBE_HOME/bin/broker"
  printf 'storesecret\n' >"$DATA/store/password"
  make_first_sign_in
  make_secret_key
  unset USHER_ADMIN_PASSWORD USHER_SEND_KEY USHER_MANAGE_KEY
  for name in store broker engine designer; do (OUT=$TEMP/$name && export OUT && "run_$name"); done
  ! grep -l 'a-secret\|b-secret\|c-secret' "$TEMP"/*.env "$TEMP"/*.args || lose "the first sign-in is handed on"
  ! grep -l 'storesecret\|mailsecret\|brokersecret' "$TEMP"/{store,broker,designer}.* "$TEMP"/engine.args || lose "what the engine alone needs is handed on"
  grep -qx "MONGODB_URI=mongodb://usher:storesecret@127.0.0.1:$STORE_PORT/usher?authSource=admin" "$TEMP/engine.env" || lose "$(cat "$TEMP/engine.env")"
  grep -qx "USHER_SECRET_KEY=$(cat "$DATA/secret-key")" "$TEMP/engine.env" || lose "$(cat "$TEMP/engine.env")"
  ! grep -l "$(cat "$DATA/secret-key")" "$TEMP"/{store,broker,designer}.* "$TEMP"/engine.args || lose "the secret key is handed on"
  [ -z "$(find "$DATA/secret-key" -perm -0040 -o -perm -0004)" ] || lose "others may read the secret key"
  # shellcheck disable=SC2034 # read by make_secret_key
  if (STORE_KIND=external && make_secret_key) >/dev/null 2>&1; then lose "a database elsewhere without a secret key"; fi
  (STORE_KIND=external && USHER_SECRET_KEY=of-all-engines make_secret_key) || lose "refused a given secret key"
  grep -qx ZEEBE_CLIENT_SECRET=brokersecret "$TEMP/engine.env" || lose "$(cat "$TEMP/engine.env")"
  grep -qx "USHER_FIRST_SIGN_IN_FILE=$DATA/first-sign-in" "$TEMP/engine.env" || lose "$(cat "$TEMP/engine.env")"
}

broker_elsewhere() {
  parts
  local before
  export ZEEBE_ADDRESS=grpcs://zeebe.example.com:443
  ENGINE_APP=$TEMP
  choose_ports
  [ "$MANAGED" = 'store engine designer' ] || lose "ours: $MANAGED"
  [ "$BROKER_ADDRESS" = "$ZEEBE_ADDRESS" ] || lose "$BROKER_ADDRESS"
  before=$(settings_of engine)
  [ "$(ZEEBE_CA_CERTIFICATE=/ca.pem && export ZEEBE_CA_CERTIFICATE && settings_of engine)" != "$before" ] || lose "an engine with another authority would be adopted"
  [ "$(ZEEBE_CLIENT_SECRET=other && export ZEEBE_CLIENT_SECRET && settings_of engine)" != "$before" ] || lose "an engine with another secret would be adopted"
}

mongod_with_a_user() {
  parts
  printf '#!/bin/sh\nprintf "%%s\\n" "$@" >"%s/args"\n' "$TEMP" >"$TEMP/mongod"
  chmod +x "$TEMP/mongod"
  export USHER_MONGOD=$TEMP/mongod
  choose_ports
  (run_store)
  grep -qx -- --keyFile "$TEMP/args" || lose "no key file: $(cat "$TEMP/args")"
  [ -z "$(find "$DATA"/mongod.* -perm -0040 -o -perm -0004)" ] || lose "others may read the secrets"
  [[ $(cat "$DATA/mongod.key") =~ ^[A-Za-z0-9]{43}$ ]] || lose "key: $(cat "$DATA/mongod.key")"
  [ "$(store_uri)" = "mongodb://usher:$(cat "$DATA/mongod.password")@127.0.0.1:$STORE_PORT/usher?replicaSet=usher&authSource=admin" ] || lose "$(store_uri)"
}

broker_management() {
  parts
  [ "$(broker_endpoints)" = health ] || lose "$(broker_endpoints)"
  [ "$(CLOCK_CONTROLLED=true && broker_endpoints)" = health,clock ] || lose "without the clock"
  [ "$(ZEEBE_BROKER_DATA_BACKUP_STORE=S3 && broker_endpoints)" = health,backups ] || lose "without backups"
}

open_bind() {
  parts
  local bind
  for bind in 127.0.0.1 127.0.0.53 localhost ::1; do
    BIND=$bind
    [ -z "$(warn_of_open_bind 2>&1)" ] || lose "warns of $bind"
  done
  for bind in 0.0.0.0 :: 192.168.1.5 tickets.example.com; do
    BIND=$bind
    SAID=$(warn_of_open_bind 2>&1)
    says WARNING "$bind" "without TLS"
  done
  export SERVER_SSL_CERTIFICATE=cert.pem
  [ -z "$(warn_of_open_bind 2>&1)" ] || lose "warns with a certificate"
  export SERVER_SSL_ENABLED=false
  SAID=$(warn_of_open_bind 2>&1)
  says WARNING
}

# modes PATH..: the letters of each
modes() { find "$@" -prune -exec ls -ld {} \; | cut -c 1-10 | tr '\n' ' '; }

private_data() {
  parts
  umask 022
  rm -rf "$DATA"
  mkdir -p "$RUN" "$LOGS" "$DATA/store" "$DATA/zeebe/raft" "$DATA/other"
  echo x >"$DATA/store/store.mv"
  echo x >"$DATA/zeebe/raft/1"
  chmod 755 "$DATA"
  need_data_folder
  [ "$(modes "$DATA" "$DATA/store" "$DATA/store/store.mv" "$DATA/zeebe/raft/1")" = 'drwx------ drwx------ -rw------- -rw------- ' ] ||
    lose "open to others: $(ls -lR "$DATA")"
  start_process store 1 0 sh -c "echo made >$DATA/store/new"
  exit_code_of $!
  wait
  [ "$(modes "$LOGS/store.log" "$RUN/store" "$DATA/store/new")" = '-rw------- -rw------- -rw------- ' ] || lose "made for others: $(ls -lR "$DATA")"
  CALLER_UMASK=0022
  busy build building "$LOGS/build.log" touch "$TEMP/built"
  as_caller touch "$TEMP/built2"
  [ "$(modes "$TEMP/built" "$TEMP/built2" "$LOGS/build.log")" = '-rw-r--r-- -rw-r--r-- -rw------- ' ] || lose "$(ls -l "$TEMP" "$LOGS")"
}

folder_of_somebody() {
  parts
  umask 022
  rm -rf "$DATA"
  mkdir -p "$DATA/pictures"
  chmod 755 "$DATA" "$DATA/pictures"
  need_data_folder
  [ "$(modes "$DATA" "$DATA/pictures" "$RUN")" = 'drwxr-xr-x drwxr-xr-x drwx------ ' ] || lose "$(ls -l "$DATA")"
}

zeebe_missing_message() {
  parts
  locate_zeebe
  printf '#!/bin/sh\necho "[ERROR] Could not find artifact"\nexit 1\n' >"$TEMP/mvn"
  chmod +x "$TEMP/mvn"
  MAVEN=$TEMP/mvn
  local code=0
  SAID=$( (need_zeebe) 2>&1) || code=$?
  [ "$code" -eq 6 ] || lose "exit code $code: $SAID"
  says "Zeebe 8.5.8 could not be fetched" "Could not find artifact" ZEEBE_ADDRESS "$ZEEBE_HOME"
  # an archive that is another one
  printf '#!/bin/sh\nmkdir -p %s/fetched; echo rubbish >%s/fetched/camunda-zeebe-8.5.8.tar.gz\n' "$CACHE" "$CACHE" >"$MAVEN"
  SAID=$( (need_zeebe) 2>&1) && lose "took rubbish"
  says "is not the distribution that pom.xml names"
  # the right one, broken
  ZEEBE_SHA256=$(sha256 <"$CACHE/fetched/camunda-zeebe-8.5.8.tar.gz")
  SAID=$( (need_zeebe) 2>&1) && lose "took rubbish"
  says "cannot be unpacked"
  [ ! -e "$ZEEBE_HOME" ] || lose "half a broker is left"
}

wrapper_checksum() {
  command -v curl >/dev/null || command -v wget >/dev/null || { echo "neither curl nor wget on PATH" && exit 77; }
  parts
  need_jdk
  free_ports 1
  grep -qE '^distributionSha256Sum=[0-9a-f]{64}$' .mvn/wrapper/maven-wrapper.properties || lose "the wrapper takes any Maven"
  mkdir -p "$TEMP/.mvn/wrapper" "$TEMP/dist"
  cp mvnw "$TEMP/"
  echo "another Maven" >"$TEMP/dist/apache-maven-3.9.16-bin.zip"
  "$JAVA" -m jdk.httpserver -b 127.0.0.1 -p "$FREE_PORT" -d "$TEMP/dist" >/dev/null 2>&1 &
  local server=$! tries=0 code=0
  until port_open "$FREE_PORT" || [ $((tries += 1)) -gt 100 ]; do sleep 0.2; done
  sed "s#^distributionUrl=.*#distributionUrl=http://127.0.0.1:$FREE_PORT/apache-maven-3.9.16-bin.zip#" .mvn/wrapper/maven-wrapper.properties >"$TEMP/.mvn/wrapper/maven-wrapper.properties"
  SAID=$(cd "$TEMP" && MAVEN_USER_HOME=$TEMP/home ./mvnw -v 2>&1) || code=$?
  kill "$server"
  [ "$code" -ne 0 ] || lose "took another Maven"
  says "Failed to validate Maven distribution SHA-256"
}

fingerprints() {
  parts
  local first
  mkdir -p "$TEMP/m/src/main" "$TEMP/m/src/test" "$TEMP/m/target"
  echo a >"$TEMP/m/src/main/A.java"
  first=$(fingerprint "$TEMP/m")
  echo b >"$TEMP/m/src/test/ATest.java"
  echo c >"$TEMP/m/target/c"
  [ "$first" = "$(fingerprint "$TEMP/m")" ] || lose "tests or results count"
  echo d >>"$TEMP/m/src/main/A.java"
  [ "$first" != "$(fingerprint "$TEMP/m")" ] || lose "a change does not count"
}

report() {
  parts
  need_jdk
  printf '<testsuite name="a.BTest" time="2.5"><testcase classname="a.BTest" name="shouldWork"/><testcase classname="a.BTest" name="shouldHold"><failure message="was 2"/></testcase><testcase classname="a.BTest" name="shouldRest"><skipped message="no mail here"/></testcase></testsuite>' >"$TEMP/TEST-a.BTest.xml"
  printf 'pass\tlauncher: one\t\n' >"$TEMP/notes"
  SAID=$("$JAVA" .usher/TestReport.java "$TEMP/notes" "$TEMP") && lose "a failure is no failure"
  says "BTest.shouldHold: was 2" "BTest.shouldRest: no mail here" "2.5 s  a.BTest"
  [ "$(tail -n 1 <<<"$SAID")" = '2 passed, 1 failed, 1 skipped' ] || lose "$SAID"
  SAID=$("$JAVA" .usher/TestReport.java "$TEMP/data") && lose "no test at all is no failure"
  says '0 passed, 0 failed, 0 skipped'
}

unstable_report() {
  parts
  need_jdk
  {
    printf '<testsuite name="a.BIT" time="2"><testcase classname="a.BIT" name="shouldWork"/>'
    printf '<testcase classname="a.BIT" name="shouldShow"><flakyFailure message="no button&#10;yet" type="x"><stackTrace>at B</stackTrace><system-out>much</system-out></flakyFailure></testcase>'
    printf '<testcase classname="a.BIT" name="shouldOpen"><flakyError type="x"><stackTrace>TimeoutError: 30 s</stackTrace><system-out>much</system-out></flakyError></testcase>'
  } >"$TEMP/TEST-a.BIT.xml"
  cp "$TEMP/TEST-a.BIT.xml" "$TEMP/first"
  printf '</testsuite>' >>"$TEMP/TEST-a.BIT.xml"
  SAID=$("$JAVA" .usher/TestReport.java "$TEMP") || lose "unstable is taken for failed: $SAID"
  says "UNSTABLE: failed, and passed when run once more" "BIT.shouldShow: no button yet" "BIT.shouldOpen: TimeoutError: 30 s" "2 UNSTABLE"
  [[ $SAID != *Failed* && $SAID != *much* ]] || lose "$SAID"
  [ "$(tail -n 1 <<<"$SAID")" = '3 passed, 0 failed, 0 skipped' ] || lose "$SAID"
  # one that failed both times is a failure and nothing else
  { cat "$TEMP/first" && printf '<testcase classname="a.BIT" name="shouldSave"><failure message="first"/><rerunFailure message="second"/></testcase></testsuite>'; } >"$TEMP/TEST-a.BIT.xml"
  SAID=$("$JAVA" .usher/TestReport.java "$TEMP") && lose "a failure is no failure"
  says "BIT.shouldSave: first"
  [ "$(tail -n 1 <<<"$SAID")" = '3 passed, 1 failed, 0 skipped' ] || lose "$SAID"
}

only_the_designer_runs_again() {
  [ "$(grep -l rerunFailingTestsCount pom.xml ./*/pom.xml)" = ./designer-ui/pom.xml ] || lose "$(grep -l rerunFailingTestsCount pom.xml ./*/pom.xml)"
  sed -n '/maven-failsafe-plugin/,/<\/plugin>/p' designer-ui/pom.xml | grep -q '<rerunFailingTestsCount>1<' || lose "browser tests are not run once more"
}

# a_maven BODY: tests with a Maven made up here and no servers; it may tell in $TEMP/ran what it was asked, and where
a_maven() {
  parts
  NOTES=$TEMP/notes MAVEN=$TEMP/mvn
  : >"$NOTES"
  start_servers() { export USHER_TEST_ZEEBE_ADDRESS=$BROKER_ADDRESS TEMP; }
  printf '#!/usr/bin/env bash\n%s\n' "$1" >"$MAVEN"
  chmod +x "$MAVEN"
}

# shellcheck disable=SC2016 # expanded by the Maven made up
tests_beside() {
  a_maven 'echo "$USHER_TEST_ZEEBE_ADDRESS $*" >>"$TEMP/ran"; case $* in *designer-ui*) echo "[ERROR] no browser" && exit 1 ;; esac'
  SAID=$(verify_all -o 2>&1)
  [ "$(grep -c . "$TEMP/ran")" -eq 2 ] || lose "$(cat "$TEMP/ran")"
  grep -q -- 'verify -pl connectors,engine -o$' "$TEMP/ran" || lose "$(cat "$TEMP/ran")"
  grep -q -- 'verify -pl designer-ui -o$' "$TEMP/ran" || lose "$(cat "$TEMP/ran")"
  [ "$(cut -d ' ' -f 1 "$TEMP/ran" | sort -u | grep -c .)" -eq 2 ] || lose "one broker for both: $(cat "$TEMP/ran")"
  [ "$(cat "$NOTES")" = "$(printf 'fail\tmaven verify, designer\t[ERROR] no browser')" ] || lose "$(cat "$NOTES")"
}

# shellcheck disable=SC2016 # expanded by the Maven made up
chosen_modules() {
  a_maven 'echo "$*" >>"$TEMP/ran"'
  SAID=$(verify_all -pl engine 2>&1)
  [ "$(cat "$TEMP/ran")" = '-B -ntp -fae verify -pl engine' ] || lose "$(cat "$TEMP/ran")"
  [ ! -s "$NOTES" ] || lose "$(cat "$NOTES")"
}

# shellcheck disable=SC2016 # expanded by the Maven made up
tests_beside_end() {
  a_maven 'echo "$$" >>"$TEMP/ran"; exec sleep 300'
  (
    trap 'end_of_up' EXIT
    trap 'on_signal' TERM
    verify_all
  ) >"$TEMP/said" 2>&1 &
  local all=$! limit=$((SECONDS + 30)) pid
  until [ "$(grep -c . "$TEMP/ran" 2>/dev/null)" = 2 ] || [ "$SECONDS" -ge "$limit" ]; do pause 0.1; done
  kill -TERM "$all"
  wait "$all"
  while read -r pid; do
    while started_at "$pid" && [ -n "$STARTED_AT" ]; do
      [ "$SECONDS" -lt "$limit" ] || lose "$pid goes on: $(cat "$TEMP/said")"
      pause 0.1
    done
  done <"$TEMP/ran"
}

# the real lists need a build, so the program that unpacks them and npm are made up here
audits() {
  parts
  local code
  mkdir -p "$TEMP/jdk/bin" "$TEMP/bin" "$TEMP/engine" "$TEMP/designer"
  printf '#!/bin/sh\nmkdir -p META-INF/sbom\necho \047{"purl": 1}\047 >META-INF/sbom/application.cdx.json\n' >"$TEMP/jdk/bin/jar"
  # shellcheck disable=SC2016
  printf '#!/bin/sh\ncase $1 in sbom) echo "{}" ;; audit) cat "$ANSWER"; echo "npm warn audit 405 no" >&2; exit $CODE ;; esac\n' >"$TEMP/bin/npm"
  # shellcheck disable=SC2016
  printf '#!/bin/sh\necho "looked at $2"; exit "$1"\n' >"$TEMP/bin/scan"
  chmod +x "$TEMP"/*/bin/* "$TEMP"/bin/*
  need_jdk() { JAVA_HOME=$TEMP/jdk; }
  build_apps() { ENGINE_APP=$TEMP/engine DESIGNER_APP=$TEMP/designer; }
  npm_here() { "$TEMP/bin/npm" "$@"; }
  export ANSWER=$TEMP/answer CODE=1
  echo '{"message": "405"}' >"$ANSWER"
  code=0 && SAID=$(audit 2>&1) || code=$?
  [ "$code" -eq 9 ] || lose "not checked ends with $code: $SAID"
  says "engine: 1 parts" "NOT CHECKED: the registry does not answer audits (405 no)" "NOT CHECKED: name a scanner"
  echo '{"auditReportVersion": 2}' >"$ANSWER"
  code=0 && SAID=$(audit 2>&1) || code=$?
  [ "$code" -eq 1 ] || lose "a fault ends with $code: $SAID"
  says "KNOWN FAULTS"
  CODE=0
  code=0 && SAID=$(USHER_AUDIT="$TEMP/bin/scan 0" audit 2>&1) || code=$?
  [ "$code" -eq 0 ] || lose "nothing found ends with $code: $SAID"
  says "looked at $CACHE/sbom/engine.cdx.json" "looked at $CACHE/sbom/designer.cdx.json" "looked at $CACHE/sbom/frontend.cdx.json"
  code=0 && SAID=$(USHER_AUDIT="$TEMP/bin/scan 3" audit 2>&1) || code=$?
  [ "$code" -eq 1 ] || lose "a finding ends with $code: $SAID"
}

shellcheck_passes() {
  command -v shellcheck >/dev/null || { echo "no shellcheck on PATH" && exit 77; }
  shellcheck usher .ci/run .usher/*.sh
}
