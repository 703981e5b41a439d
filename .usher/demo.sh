# shellcheck shell=bash
# demo: contacts, orders, events and workflows for a running house, so that every screen has something to look at.

demo() {
  local key url
  [ $# -eq 0 ] || fail "$EXIT_USAGE" "demo takes no arguments."
  need_data_folder
  alive engine || fail "$EXIT_START" "Usher does not run here. Start it first: ./usher up"
  use_entry_port engine
  key=${USHER_MANAGE_KEY:-$(first_sign_in manage-key)}
  [ -n "$key" ] || fail "$EXIT_START" "no manage key: $(first_sign_in_file) is gone." \
    "Make an API key with scope manage and give it: USHER_MANAGE_KEY=.. ./usher demo"
  need_jdk
  url=$(scheme)://$(reach_of "${USHER_BIND:-127.0.0.1}"):$ENGINE_PORT
  say "Demo data for $url"
  "$JAVA" .usher/Demo.java "$url" <<<"$key" || exit "$EXIT_START"
  if alive designer; then
    use_entry_port designer
    say "" "Look at it: $(scheme)://$(reach_of "${USHER_BIND:-127.0.0.1}"):$DESIGNER_PORT"
  fi
}
