// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace re2 {
class RE2;
}

namespace meshdraft::changes {

/// Who owns which files, as GitHub and GitLab read CODEOWNERS: in a file the last pattern that fits counts, in each
/// section of GitLab for itself (GitHub Docs, "About code owners"; GitLab Docs, "Code Owners syntax").
class CodeOwners {
public:
    /// Where the file may be; the first that is there counts. GitHub looks in .github, the top and docs, GitLab in the
    /// top, docs and .gitlab. Copies elsewhere, in vendor/ and the like, mean nothing.
    static constexpr std::array<std::string_view, 4> places{".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS",
                                                            ".gitlab/CODEOWNERS"};

    /// One section; that of patterns before any heading, and of GitHub, has no name.
    struct Section {
        std::string name;
        bool isOptional = false; ///< `^[NAME]`: approval is not required
        std::uint32_t approvals = 1; ///< `[NAME][2]`
        std::vector<std::string> owners; ///< of patterns without any of their own
    };
    /// Who owns a file in one section.
    struct Owned {
        const Section* section = nullptr;
        std::vector<std::string> owners; ///< "@org/team", "@user", an address
        std::uint32_t line = 0; ///< of the pattern, from 1
    };

    CodeOwners() = default;
    /// Lines that are neither heading, comment nor pattern are left out, as both do.
    explicit CodeOwners(std::string_view text);

    bool isEmpty() const { return m_rules.empty(); }
    /// One a section that has owners for the file, in the order of the sections.
    std::vector<Owned> ownersOf(std::string_view path) const;
    /// All of them in one line, "@org/shop @ann"; empty where nobody owns it.
    std::string ownersText(std::string_view path) const;

private:
    struct Rule {
        std::size_t section = 0;
        std::shared_ptr<const re2::RE2> pattern;
        bool isExclusion = false; ///< `!pattern` of GitLab
        std::vector<std::string> owners;
        std::uint32_t line = 0;
    };
    void readLine(std::string_view line, std::uint32_t number);

    std::shared_ptr<std::vector<Section>> m_sections = std::make_shared<std::vector<Section>>(1);
    std::vector<Rule> m_rules;
};

} // namespace meshdraft::changes
