# SPDX-License-Identifier: MIT
# bash completion for loa(1)

_loa() {
  local word=$2 before=$3 command=${COMP_WORDS[1]}
  COMPREPLY=()
  if [ "$COMP_CWORD" = 1 ]; then
    COMPREPLY=($(compgen -W 'approve build check diff new serve doctor import say fill pictures qr template translations typeset verify help --version' -- "$word"))
    return
  fi
  case $command:$before in
    template:template) COMPREPLY=($(compgen -W "$("$1" template 2>/dev/null)" -- "$word")); return ;;
    help:*) COMPREPLY=($(compgen -W 'approve build check diff new serve doctor import say fill pictures qr template translations typeset verify outputs' -- "$word")); return ;;
    build:--only) # a file of every document; in words, since these are patterns
      mapfile -t COMPREPLY < <(compgen -W "$("$1" help outputs 2>/dev/null | sed -n 's|^\([^ :]*\)  .*|*/\1|p')" -- "$word")
      return ;;
    approve:--as | approve:--now | diff:--only | diff:--now) return ;;
    diff:--html) COMPREPLY=($(compgen -f -- "$word")); return ;;
    check:--format) COMPREPLY=($(compgen -W 'text json sarif' -- "$word")); return ;;
    check:--explain) COMPREPLY=($(compgen -W "$("$1" check --rules 2>/dev/null | cut -d' ' -f1)" -- "$word")); return ;;
    check:--now | check:-j | check:--jobs) return ;;
    import:--kind) COMPREPLY=($(compgen -W 'letter guide bulletin page' -- "$word")); return ;;
    import:--format) COMPREPLY=($(compgen -W 'text json' -- "$word")); return ;;
    import:--to) COMPREPLY=($(compgen -f -- "$word")); return ;;
    new:new) COMPREPLY=($(compgen -W 'site ban-tin huong-dan cong-van bieu-theo-doi trang ke-hoach thong-bao quyet-dinh' -- "$word")); return ;;
    new:--to | new:--site) COMPREPLY=($(compgen -d -- "$word")); return ;;
    translations:--now | new:--office | new:--title | serve:--port | serve:-p | serve:--now | serve:--editor | serve:-j | serve:--jobs) return ;;
    say:--ssml) COMPREPLY=($(compgen -W '1.0 1.1' -- "$word")); return ;;
    fill:--escape) COMPREPLY=($(compgen -W 'html text' -- "$word")); return ;;
    typeset:--ink) COMPREPLY=($(compgen -W 'colour grey cmyk' -- "$word")); return ;;
    typeset:--impose) COMPREPLY=($(compgen -W 'two-up booklet tiles tiles-larger' -- "$word")); return ;;
    qr:--ecc) COMPREPLY=($(compgen -W 'L M Q H' -- "$word")); return ;;
    build:-o | build:--out | fill:--partials) COMPREPLY=($(compgen -d -- "$word")); return ;;
    build:--office | build:--now | build:-j | build:--jobs | say:--office | import:--office) return ;;
  esac
  if [[ $word == -* ]]; then
    case $command in
      build) COMPREPLY=($(compgen -W '--out --jobs --only --office --approved --drafts --untrusted --bundle --now --zip --zip-without-kits --compress --dry-run --force --no-sync --watch --help' -- "$word")) ;;
      approve) COMPREPLY=($(compgen -W '--as --now --help' -- "$word")) ;;
      check) COMPREPLY=($(compgen -W '--format --strict --upgrade --online --fix --write --explain --rules --drafts --untrusted --jobs --now --help' -- "$word")) ;;
      diff) COMPREPLY=($(compgen -W '--html --only --now --help' -- "$word")) ;;
      new) COMPREPLY=($(compgen -W '--office --title --localities --to --site --help' -- "$word")) ;;
      serve) COMPREPLY=($(compgen -W '--port --open --lan --now --editor --jobs --help' -- "$word")) ;;
      doctor) COMPREPLY=($(compgen -W '--help' -- "$word")) ;;
      import) COMPREPLY=($(compgen -W '--to --kind --office --format --write --help' -- "$word")) ;;
      say) COMPREPLY=($(compgen -W '--convert --lines --marks --ssml --time --office --help' -- "$word")) ;;
      fill) COMPREPLY=($(compgen -W '--partials --lenient --escape --help' -- "$word")) ;;
      typeset) COMPREPLY=($(compgen -W '--out --boxes --ink --impose --help' -- "$word")) ;;
      pictures) COMPREPLY=($(compgen -W '--out --colour --help' -- "$word")) ;;
      verify) COMPREPLY=($(compgen -W '--help' -- "$word")) ;;
      template) COMPREPLY=($(compgen -W '--help' -- "$word")) ;;
      translations) COMPREPLY=($(compgen -W '--now --help' -- "$word")) ;;
      qr) COMPREPLY=($(compgen -W '--out --ecc --help' -- "$word")) ;;
    esac
    return
  fi
  COMPREPLY=($(compgen -f -- "$word"))
}
complete -o filenames -F _loa loa
