# shellcheck shell=bash
# The admin's first password and two API keys. They are made once, kept in a file that only its owner can read,
# printed once, and handed to the engine as the name of that file; the engine reads it when it has no admin yet. So they
# stand in no process's environment, where a child, a crash report or a support dump would carry them on.

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
  [ ! -e "$DATA/.has-admin" ] || return 0
  FIRST_START=1
  [ ! -e "$file" ] || return 0
  need_key_form USHER_SEND_KEY
  need_key_form USHER_MANAGE_KEY
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
}

# need_key_form VARIABLE: a key that somebody chose themselves can be one
need_key_form() {
  [[ -z ${!1:-} || ${!1} =~ ^usher_[a-z0-9]{12}_[A-Za-z0-9_-]{43}$ ]] ||
    fail "$EXIT_USAGE" "$1 must look like usher_<12 of a-z0-9>_<43 characters of base64url>."
}

# take_given_sign_in ARGUMENT..: what the environment gives for the first start goes into the file, and the launcher begins
# again without it, with these arguments
take_given_sign_in() {
  [ -n "${USHER_ADMIN_PASSWORD:-}${USHER_SEND_KEY:-}${USHER_MANAGE_KEY:-}" ] || return 0
  make_first_sign_in
  unset USHER_ADMIN_PASSWORD USHER_SEND_KEY USHER_MANAGE_KEY
  export USHER_DATA=$DATA
  exec "$ROOT/usher" "$@"
}

# make_designer_key: the secret by which the engine believes the designer about its browsers; once for a data folder
make_designer_key() {
  local file=$DATA/designer-key
  [ -z "${USHER_DESIGNER_KEY:-}" ] && [ ! -s "$file" ] || return 0
  (umask 077 && random_word 43 'A-Za-z0-9' >"$file.part" && mv "$file.part" "$file") || fail "$EXIT_DATA" "cannot write $file."
}

# export_designer_key: for the processes of engine and designer only
export_designer_key() {
  USHER_DESIGNER_KEY=${USHER_DESIGNER_KEY:-$(cat "$DATA/designer-key" 2>/dev/null)}
  export USHER_DESIGNER_KEY
}

# make_secret_key: encrypts secrets in the database; once for a data folder. With a database elsewhere it must be given: other
# engines read and write there too.
make_secret_key() {
  [ -z "${USHER_SECRET_KEY:-}" ] || return 0
  [ "$STORE_KIND" != external ] || fail "$EXIT_USAGE" "MONGODB_URI needs USHER_SECRET_KEY, the same for all engines on that database." \
    "Make one with: openssl rand -base64 32. docs/operations.md, Secrets."
  make_secret "$DATA/secret-key" || fail "$EXIT_DATA" "cannot write $DATA/secret-key."
}

# export_secret_key: for the process of the engine only
export_secret_key() {
  USHER_SECRET_KEY=${USHER_SECRET_KEY:-$(cat "$DATA/secret-key" 2>/dev/null)}
  export USHER_SECRET_KEY
}

# first_sign_in_taken: an engine was ready with it, so a deleted file is not made again
first_sign_in_taken() { : >"$DATA/.has-admin"; }

# first_sign_in NAME: one value of the file
first_sign_in() { sed -n "s/^$1=//p" "$(first_sign_in_file)" 2>/dev/null; }

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
