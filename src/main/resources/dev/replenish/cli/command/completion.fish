# fish completion for replenish, for ~/.config/fish/completions/replenish.fish

function __replenish_complete
    set -l before (commandline -opc)
    set -l word (commandline -ct)
    for line in (command replenish __complete $before[2..-1] "$word" 2>/dev/null)
        switch $line
            case :files
                __fish_complete_path "$word"
            case :folders
                __fish_complete_directories "$word"
            case :branches
                git for-each-ref --format='%(refname:short)' refs/heads 2>/dev/null
            case :remotes
                git remote 2>/dev/null
            case ':*'
            case '*'
                printf '%s\n' $line
        end
    end
end

complete -c replenish -f -a '(__replenish_complete)'
