package dev.replenish.cli;

import java.util.ArrayList;
import java.util.List;

/** Writes the script for bash. */
final class BashCompletion {
  private static final String HEAD =
      """
      # bash completion for replenish. Load it with: source <(replenish completion bash)

      _replenish_words() {
        COMPREPLY=($(compgen -W "$1" -- "$cur"))
      }

      # Names of branches are never given to compgen -W, which would carry out what is written in them.
      _replenish_branches() {
        local branch
        while IFS= read -r branch; do
          if [[ $branch == "$cur"* ]]; then
            COMPREPLY+=("$(printf '%q' "$branch")")
          fi
        done < <(git for-each-ref --format='%(refname:short)' refs/heads 2>/dev/null)
      }

      _replenish_folders() {
        compopt -o filenames 2>/dev/null
        while IFS= read -r folder; do
          COMPREPLY+=("$folder")
        done < <(compgen -d -- "$cur")
      }

      _replenish_files() {
        compopt -o filenames 2>/dev/null
        while IFS= read -r file; do
          COMPREPLY+=("$file")
        done < <(compgen -f -- "$cur")
      }

      _replenish() {
        local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command= file folder i
        COMPREPLY=()
        if [[ $cur == = ]]; then
          cur=
        elif [[ $prev == = && COMP_CWORD -ge 2 ]]; then
          prev=${COMP_WORDS[COMP_CWORD - 2]}
        fi
        for ((i = 1; i < COMP_CWORD; i++)); do
          case ${COMP_WORDS[i]} in
            %s) ((i++)) ;;
            -* | =) ;;
            *)
              command=${COMP_WORDS[i]}
              break
              ;;
          esac
        done
        case $command/$prev in
      """;

  private static final String MIDDLE =
      """
        esac
        case $command in
      """;

  private static final String TAIL =
      """
        esac
      }

      complete -F _replenish replenish
      """;

  private BashCompletion() {}

  static String script() {
    StringBuilder script = new StringBuilder(HEAD.replace("%s", valued(Globals.ALL)));
    Globals.ALL.forEach(option -> value("*", option, script));
    for (Command command : Commands.all()) {
      command.options().forEach(option -> value(command.name(), option, script));
    }
    script.append(MIDDLE);
    words("''", Commands.NAMES, List.of(Help.VERSION), script);
    for (Command command : Commands.all()) {
      words(command.name(), Completions.operands(command), command.options(), script);
    }
    return script.append(TAIL).toString();
  }

  private static String valued(List<Option> options) {
    List<String> names = new ArrayList<>();
    for (Option option : options) {
      if (option.takesValue()) {
        names.add(option.name());
      }
    }
    return String.join(" | ", names);
  }

  /** What follows an option that takes a value. */
  private static void value(String command, Option option, StringBuilder script) {
    if (!option.takesValue()) {
      return;
    }
    String how =
        switch (Completions.kind(option)) {
          case WORDS -> "_replenish_words '" + String.join(" ", option.words()) + "'";
          case BRANCHES -> "_replenish_branches";
          case FOLDERS -> "_replenish_folders";
          case FILES -> "_replenish_files";
          case ANYTHING -> ":";
        };
    script.append("    ").append(command).append('/').append(option.name()).append(") ");
    script.append(how).append("; return ;;\n");
  }

  private static void words(
      String command, List<String> operands, List<Option> options, StringBuilder script) {
    List<String> words = new ArrayList<>(operands);
    for (List<Option> some : List.of(options, Globals.ALL)) {
      for (Option option : some) {
        words.add(option.name());
        if (!option.alias().isEmpty()) {
          words.add(option.alias());
        }
      }
    }
    script.append("    ").append(command).append(") _replenish_words '");
    script.append(String.join(" ", words)).append("' ;;\n");
  }
}
