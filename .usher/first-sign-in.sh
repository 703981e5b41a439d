# shellcheck shell=bash
# The admin's first password and two API keys. They are made once, kept in a file that only its owner can read,
# printed once, and handed to the engine by environment; the engine takes them when it has no admin yet.

first_sign_in_file() { say "$DATA/first-sign-in"; }

# random_word N ALPHABET: N characters of the alphabet
random_word() { head -c 4000 /dev/urandom | LC_ALL=C tr -dc "$2" | cut -c "1-$1"; }

# new_password: four groups of five, without characters that look alike
new_password() {
  local word
  word=$(random_word 20 'a-hjkmnp-z2-9')
  say "${word:0:5}-${word:5:5}-${word:10:5}-${word:15:5}"
}

# new_key: usher_<12 characters to find it by>_<256 random bits>
new_key() { say "usher_$(random_word 12 'a-z0-9')_$(head -c 32 /dev/urandom | base64 | tr '+/' '-_' | tr -d '=\n')"; }

# make_first_sign_in: once for a data folder; sets FIRST_START. A person who deleted the file gets no new one.
make_first_sign_in() {
  local file
  file=$(first_sign_in_file)
  FIRST_START=''
  [ ! -e "$file" ] && [ ! -e "$DATA/.has-admin" ] || return 0
  (
    umask 077
    {
      say "# First sign-in to Usher, made $(date '+%Y-%m-%d %H:%M'). The password must be changed when it is used."
      say "# Keep the two API keys where your secrets live, then delete this file."
      say "user=admin"
      say "password=${USHER_ADMIN_PASSWORD:-$(new_password)}"
      say "send-key=${USHER_SEND_KEY:-$(new_key)}"
      say "manage-key=${USHER_MANAGE_KEY:-$(new_key)}"
    } >"$file.part" && mv "$file.part" "$file"
  ) || fail "$EXIT_DATA" "cannot write $file."
  FIRST_START=1
}

# first_sign_in_taken: an engine was ready with it, so a deleted file is not made again
first_sign_in_taken() { : >"$DATA/.has-admin"; }

# first_sign_in NAME: one value of the file
first_sign_in() { sed -n "s/^$1=//p" "$(first_sign_in_file)" 2>/dev/null; }

# export_first_sign_in: for the engine's process only
export_first_sign_in() {
  [ -r "$(first_sign_in_file)" ] || return 0
  USHER_ADMIN_PASSWORD=$(first_sign_in password)
  USHER_SEND_KEY=$(first_sign_in send-key)
  USHER_MANAGE_KEY=$(first_sign_in manage-key)
  export USHER_ADMIN_PASSWORD USHER_SEND_KEY USHER_MANAGE_KEY
}

# tell_first_sign_in: everything on the first start, only the place later
tell_first_sign_in() {
  local file
  file=$(first_sign_in_file)
  if [ -n "$FIRST_START" ] && [ -z "$BEHIND" ]; then
    say "  First sign-in      user admin, password $(first_sign_in password)"
    say "  API key, send      $(first_sign_in send-key)"
    say "  API key, manage    $(first_sign_in manage-key)"
    say "  All three stand in $file as well (readable by you alone)."
    [ "$STORE_KIND" != external ] || say "  If this MongoDB was used by Usher before, the password and keys it has already hold instead."
  elif [ -e "$file" ]; then
    say "  First password and API keys: $file"
  fi
}
