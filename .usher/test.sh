#!/usr/bin/env bash
# Checks of the launcher itself: bash .usher/test.sh [FILE], where FILE gets a line `pass|fail|skip <tab> name <tab> reason` each.
set -u -o pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
ROOT=$PWD
RESULTS=${1:-/dev/null}
FAILED=0
# the person's own settings must not shape the checks
for name in $(env | sed -n 's/^\(USHER_[A-Z_]*\)=.*/\1/p') MONGODB_URI ZEEBE_ADDRESS ZEEBE_CA_CERTIFICATE "${!ZEEBE_CLIENT_@}" ZEEBE_AUTHORIZATION_SERVER_URL "${!ZEEBE_TOKEN_@}" ZEEBE_BROKER_DATA_BACKUP_STORE "${!SERVER_SSL_@}"; do unset "$name"; done

# shellcheck source=/dev/null
. .usher/test-cases.sh
# shellcheck source=/dev/null
. .usher/test-process-cases.sh

# check SENTENCE FUNCTION: runs it in a shell and a folder of its own
check() {
  local began=$SECONDS out code=0
  TEMP=$(mktemp -d "${TMPDIR:-/tmp}/usher-check.XXXXXX")
  out=$("$2" 2>&1) || code=$?
  rm -rf "$TEMP"
  case $code in
    0) printf 'pass\tlauncher: %s\t\n' "$1" >>"$RESULTS" ;;
    77) printf 'skip\tlauncher: %s\t%s\n' "$1" "${out##*$'\n'}" >>"$RESULTS" ;;
    *)
      FAILED=$((FAILED + 1))
      printf 'fail\tlauncher: %s\t%s\n' "$1" "$(tail -n 3 <<<"$out" | tr '\n\t' '  ')" >>"$RESULTS"
      ;;
  esac
  case $code in 0) code=pass ;; 77) code=skip ;; *) code=FAIL ;; esac
  printf '%s  %s (%s s)\n' "$code" "$1" $((SECONDS - began))
  [ "$code" != FAIL ] || printf '%s\n' "$out" | sed 's/^/      | /'
}

check "an unknown command names those that exist" unknown_command
check "bench names what it can measure and what it takes" bench_arguments
check "demo without a running house says how to start one" demo_without_house
check "without a JDK 25 it says what is missing" no_jdk
check "a JDK of another version or without javac is passed over" other_jdk
check "an older Maven gives way to the wrapper" maven_versions
check "a data folder that is a file is named" data_is_a_file
check "a data folder that cannot be made is named" data_cannot_be_made
check "a taken port names port, process, holder and variable, and nothing is left" port_taken
check "a port that is no number is refused" port_is_no_number
check "two processes of ours cannot want the same port" same_port_twice
check "an entry whose pid belongs to somebody else now is removed, and that process lives" stale_entry
check "a live process of an earlier launcher is stopped by down" down_stops_orphans
check "a live process with our settings is adopted, one with others is not" adoption
check "a second up finds the first" second_up
check "engine and designer stop before the broker, the broker before the store" stop_order
check "a process that ignores the request to end is killed" stubborn_process
check "a process that dies again and again is tried on, status says so, and the others live" restarts
check "the rest before the next try doubles up to four minutes" rests_grow
check "a process that was never ready ends the launcher at once" never_ready
check "tests give up a server that dies four times" tests_give_up
check "an entry whose numbers are none is no entry, and nothing in it is run" forged_entries
check "the store's exit codes are told in words, with its own message" store_exit_codes
check "what an engine waits for is named by what health tells anybody" waiting_words
check "another address than loopback without TLS is warned of" open_bind
check "the first password and keys have their form, are private and are made once" first_sign_in_once
check "a deleted first sign-in is not made again" first_sign_in_deleted
check "a first sign-in that is given leaves the environment" given_sign_in
check "passwords are handed to the engine alone, and the first sign-in to nobody" secrets_of_processes
check "a broker elsewhere is named by an address, and its settings shape the engine" broker_elsewhere
check "a mongod of ours serves only who signs in" mongod_with_a_user
check "the broker's management port answers health, the tests' clock and configured backups" broker_management
check "everything under data is for its owner alone, also what an earlier version left" private_data
check "a folder that is not Usher's keeps its mode" folder_of_somebody
check "a broker that cannot be fetched, or is another one, leaves nothing half done" zeebe_missing_message
check "a Maven that is not the one that the wrapper names is refused" wrapper_checksum
check "only changed sources of the product make a new build" fingerprints
check "the report counts, lists skips with reasons, and fails without any test" report
check "the report names a test that passed only when it was run once more" unstable_report
check "only browser tests are run once more, engine tests never" only_the_designer_runs_again
check "engine and designer are tested beside each other, on servers of their own" tests_beside
check "who chooses modules has one Maven for them" chosen_modules
check "tests that are ended take those beside them along" tests_beside_end
check "an audit names known faults, and aloud what nobody checked" audits
check "the scripts pass shellcheck" shellcheck_passes
exit $((FAILED > 0))
