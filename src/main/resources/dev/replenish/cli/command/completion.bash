# bash completion for replenish. Load it with: source <(replenish completion bash)

# Bash takes = and : for words of their own: what has no blank between is put together again.
_replenish_words() {
  local rest=${COMP_LINE-} piece last=-1 i
  words=()
  for ((i = 0; i <= COMP_CWORD; i++)); do
    piece=${COMP_WORDS[i]}
    if ((i > 1)) && [[ $rest != [[:blank:]]* ]] && [[ $piece == [:=]* || ${COMP_WORDS[i - 1]} == *[:=] ]]; then
      words[last]+=$piece
    else
      words[++last]=$piece
    fi
    rest=${rest#"${rest%%[![:blank:]]*}"}
    rest=${rest#"$piece"}
  done
}

# What is begun is never given to compgen -W, which would carry out what is written in names.
_replenish_named() {
  local name
  while IFS= read -r name; do
    if [[ $name == "$cur"* ]]; then
      COMPREPLY+=("$name")
    fi
  done
}

_replenish() {
  local words cur piece start word i others=''
  COMPREPLY=()
  _replenish_words
  cur=${words[${#words[@]} - 1]}
  piece=${COMP_WORDS[COMP_CWORD]}
  start=
  if [[ $piece == [:=] ]]; then
    start=$cur
  elif [[ $cur != "$piece" ]]; then
    start=${cur%"$piece"}
  fi
  local quote=
  if [[ $cur == [\"\']* ]]; then
    quote=${cur:0:1}
    cur=${cur:1}
  fi
  while IFS=$'\t' read -r word _; do
    case $word in
      :*) others=${word#:} ;;
      *) COMPREPLY+=("${word#"$start"}") ;;
    esac
  done < <("${1:-replenish}" __complete "${words[@]:1:${#words[@]}-2}" "$cur" 2>/dev/null)
  cur=${cur#"$start"}
  case $others in
    files | folders)
      compopt -o filenames 2>/dev/null
      if [[ $others == files ]]; then
        _replenish_named < <(compgen -f -- "$cur")
      else
        _replenish_named < <(compgen -d -- "$cur")
      fi
      ;;
    branches) _replenish_named < <(git for-each-ref --format='%(refname:short)' refs/heads 2>/dev/null) ;;
    remotes) _replenish_named < <(git remote 2>/dev/null) ;;
  esac
  if [[ -z $quote && $others != f* ]]; then
    for ((i = 0; i < ${#COMPREPLY[@]}; i++)); do
      COMPREPLY[i]=$(printf '%q' "${COMPREPLY[i]}")
    done
  fi
}

complete -F _replenish replenish
