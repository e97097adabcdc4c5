#compdef replenish
# zsh completion for replenish. Put it into a folder of $fpath as _replenish.

_replenish() {
  local line word meaning others
  local -a described names
  for line in "${(@f)$(command replenish __complete "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}"; do
    word=${line%%$'\t'*}
    if [[ $line == $word ]]; then
      others=${word#:}
      continue
    fi
    meaning=${line#*$'\t'}
    described+=("${word//:/\\:}${meaning:+:$meaning}")
  done
  case $others in
    files) _files ;;
    folders) _files -/ ;;
    branches) names=("${(@f)$(git for-each-ref --format='%(refname:short)' refs/heads 2>/dev/null)}") ;;
    remotes) names=("${(@f)$(git remote 2>/dev/null)}") ;;
  esac
  (( $#names )) && compadd -a names
  (( $#described )) && _describe replenish described -U
}

if [[ $funcstack[1] == _replenish ]]; then
  _replenish "$@"
else
  compdef _replenish replenish
fi
