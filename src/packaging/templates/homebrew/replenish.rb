class Replenish < Formula
  desc "Top TODO.md up from BACKLOG.md in one proven Git commit"
  homepage "{{repository}}"
  version "{{version}}"
  license "Apache-2.0"

  on_macos do
    on_arm do
      url "{{macos-arm64.address}}"
      sha256 "{{macos-arm64.sha256}}"
    end
    on_intel do
      url "{{macos-x64.address}}"
      sha256 "{{macos-x64.sha256}}"
    end
  end

  on_linux do
    on_arm do
      url "{{linux-arm64.address}}"
      sha256 "{{linux-arm64.sha256}}"
    end
    on_intel do
      url "{{linux-x64.address}}"
      sha256 "{{linux-x64.sha256}}"
    end
  end

  def install
    libexec.install Dir["*"]
    (bin/"replenish").write_env_script libexec/"bin/replenish", REPLENISH_INSTALLATION: "homebrew"
    man1.install_symlink libexec/"share/man/man1/replenish.1"
    bash_completion.install_symlink libexec/"share/bash-completion/completions/replenish"
    zsh_completion.install_symlink libexec/"share/zsh/site-functions/_replenish"
    fish_completion.install_symlink libexec/"share/fish/vendor_completions.d/replenish.fish"
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/replenish --version")
    system bin/"replenish", "demo"
  end
end
