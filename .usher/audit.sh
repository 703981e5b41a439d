# shellcheck shell=bash
# audit: what is built in, as lists that scanners read, and the known faults of it as far as somebody answers. Apart from
# `test`, which must not depend on who answers. What was not checked is said aloud and has an exit code of its own.

readonly EXIT_FAULTS=1 EXIT_NOT_CHECKED=9

audit() {
  local code=0
  [ $# -eq 0 ] || fail "$EXIT_USAGE" "audit takes no arguments."
  SBOMS=$CACHE/sbom
  LOGS=$CACHE/sbom/log
  mkdir -p "$LOGS"
  need_jdk
  build_apps engine designer
  write_sboms
  audit_npm || code=$?
  audit_java || code=$(worse "$code" $?)
  return "$code"
}

# worse CODE CODE: a known fault weighs more than what was not checked
worse() {
  if [ "$1" -eq $EXIT_FAULTS ] || [ "$2" -eq $EXIT_FAULTS ]; then say $EXIT_FAULTS; else say $(($1 > $2 ? $1 : $2)); fi
}

# npm_here COMMAND..: the npm that the designer is built with, or the person's own, on a copy of the frontend's lock; npm makes
# no list of a package without name and version, and Vaadin gives it none
npm_here() {
  local bin=$ROOT/designer-ui/.node/bin
  (cd "$SBOMS/frontend" && PATH=$bin:$PATH && npm "$@")
}

copy_lock() {
  local file
  mkdir -p "$SBOMS/frontend"
  for file in package.json package-lock.json .npmrc; do cp "designer-ui/$file" "$SBOMS/frontend/"; done
  npm_here pkg set name=usher-frontend version=0.0.0 >/dev/null 2>&1
}

# write_sboms: Maven puts its list into each jar; npm's list is made from the lock
write_sboms() {
  local part
  for part in engine designer; do
    (cd "$SBOMS" && "$JAVA_HOME/bin/jar" xf "$(app_of "$part")/app.jar" META-INF/sbom/application.cdx.json) &&
      mv "$SBOMS/META-INF/sbom/application.cdx.json" "$SBOMS/$part.cdx.json" || fail "$EXIT_BUILD" "the $part was built without its list of parts."
    step sbom "$part: $(parts_of "$SBOMS/$part.cdx.json") parts, $SBOMS/$part.cdx.json"
  done
  rm -rf "$SBOMS/META-INF"
  copy_lock
  if npm_here sbom --package-lock-only --omit=dev --sbom-format=cyclonedx >"$SBOMS/frontend.cdx.json" 2>"$LOGS/npm-sbom.log"; then
    step sbom "frontend: $(parts_of "$SBOMS/frontend.cdx.json") parts, $SBOMS/frontend.cdx.json"
  else
    rm -f "$SBOMS/frontend.cdx.json"
    step sbom "frontend: no list, npm says: $(sed -n 's/^npm error //p' "$LOGS/npm-sbom.log" | tail -n +2 | head -n 1)"
  fi
}

parts_of() { grep -o '"purl"' "$1" | wc -l | tr -d ' '; }

# audit_npm: npm asks the registry, which may not answer such questions
audit_npm() {
  local answer=$LOGS/npm-audit.json
  if npm_here audit --omit=dev --package-lock-only --json >"$answer" 2>"$LOGS/npm-audit.log"; then
    step npm "no known fault"
  elif grep -q '"auditReportVersion"' "$answer"; then
    step npm "KNOWN FAULTS:"
    npm_here audit --omit=dev --package-lock-only
    return $EXIT_FAULTS
  else
    step npm "NOT CHECKED: the registry does not answer audits ($(sed -n 's/^npm error //p; s/^npm warn audit //p' "$LOGS/npm-audit.log" | head -n 1 | cut -c 1-120))"
    return $EXIT_NOT_CHECKED
  fi
}

# audit_java: by a scanner that reads such a list and has the world's known faults; USHER_AUDIT is its command
audit_java() {
  local list code=0 scanner=()
  read -r -a scanner <<<"${USHER_AUDIT:-}"
  if [ ${#scanner[@]} -eq 0 ]; then
    step java "NOT CHECKED: name a scanner that reads a CycloneDX list, such as USHER_AUDIT='trivy sbom --exit-code 1' ./usher audit"
    return $EXIT_NOT_CHECKED
  fi
  for list in "$SBOMS"/*.cdx.json; do
    step java "${scanner[0]}: $(basename "$list")"
    "${scanner[@]}" "$list" || code=$EXIT_FAULTS
  done
  return $code
}
