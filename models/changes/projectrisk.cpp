// SPDX-License-Identifier: Apache-2.0
#include "models/changes/projectrisk.h"

#include "models/changes/riskrule.h"
#include "models/mesh/projectfile.h"

#include <algorithm>

namespace meshdraft::changes {

namespace {

using source::NodeRef;

/// Reads the mapping below `risk`.
class ProjectReader {
public:
    ProjectReader(const mesh::FileSet& files, const mesh::SourceFile& file)
        : m_files(files)
        , m_file(file)
    {
    }

    Expected<std::shared_ptr<const RiskPolicy>> read(NodeRef risk)
    {
        if (!risk.isMapping())
            return failed("risk.wrongType", {"risk", "a mapping"}, risk);
        for (const NodeRef::Entry& entry : risk.entries()) {
            const std::string_view key = entry.key.value();
            if (!std::ranges::contains(keys, key))
                return failed("risk.unknownKey", {std::string(key)}, entry.key);
        }
        auto base = baseOf(risk);
        if (!base)
            return std::unexpected(base.error());
        m_data = {.name = (*base)->name(), .rootNamespaces = (*base)->rootNamespaces(), .rules = (*base)->rules()};
        const bool isChanged = risk.size() > (risk["profile"] || risk["policy"] ? 1U : 0U);
        if (!isChanged)
            return *base;
        if (auto done = extend(risk); !done)
            return std::unexpected(done.error());
        m_data.name += " + ";
        m_data.name += mesh::ProjectFile::path;
        return std::make_shared<const RiskPolicy>(RiskPolicy::of(std::move(m_data)));
    }

private:
    static constexpr std::array<std::string_view, 5> keys{"profile", "policy", "rootNamespaces", "rules", "without"};

    std::unexpected<Error> failed(const char* code, std::vector<std::string> args, NodeRef node) const
    {
        Location where = m_file.text->locate(node.range().begin);
        where.path = m_file.path;
        return std::unexpected(Error{code, std::move(args), std::move(where)});
    }

    Expected<std::shared_ptr<const RiskPolicy>> baseOf(NodeRef risk) const
    {
        const NodeRef policy = risk["policy"];
        const NodeRef profile = risk["profile"];
        if (policy && profile)
            return failed("risk.wrongType", {"policy", "absent where there is a profile"}, policy);
        if (policy)
            return ofFile(policy);
        if (!profile)
            return RiskPolicy::profile("default");
        if (!profile.isScalar())
            return failed("risk.wrongType", {"profile", "a string"}, profile);
        if (auto found = RiskPolicy::profile(profile.value()))
            return found;
        std::string known;
        for (const std::string& name : RiskPolicy::profiles())
            known += (known.empty() ? "" : ", ") + name;
        return failed("risk.unknownProfile", {std::string(profile.value()), known}, profile);
    }

    /// A policy in a YAML file of the repository.
    Expected<std::shared_ptr<const RiskPolicy>> ofFile(NodeRef policy) const
    {
        const std::string path(policy.value());
        const mesh::SourceFile* file = m_files.find(path);
        if (!policy.isScalar() || file == nullptr)
            return failed("risk.noSuchFile", {path}, policy);
        if (!file->text->errors.empty()) {
            Error error = file->text->errors.front();
            error.where.path = path;
            return std::unexpected(std::move(error));
        }
        if (file->text->documents.size() != 1)
            return failed("risk.noSuchFile", {path}, policy);
        return readPolicy(*file->text, file->text->documents.front()->root(), path).transform([](RiskPolicyData data) {
            return std::make_shared<const RiskPolicy>(RiskPolicy::of(std::move(data)));
        });
    }

    Expected<void> extend(NodeRef risk)
    {
        if (const NodeRef roots = risk["rootNamespaces"]) {
            m_data.rootNamespaces.clear();
            for (const NodeRef item : roots.isSequence() ? roots.items() : std::vector{roots}) {
                if (!item.isScalar())
                    return failed("risk.wrongType", {"rootNamespaces", "a list of strings"}, item);
                m_data.rootNamespaces.emplace_back(item.value());
            }
        }
        const NodeRef without = risk["without"];
        for (const NodeRef item : without.isSequence() || !without ? without.items() : std::vector{without}) {
            const auto removed = std::erase_if(
                m_data.rules, [&](const auto& rule) { return item.isScalar() && rule->id == item.value(); });
            if (removed == 0)
                return failed("risk.noSuchRule", {std::string(item.value()), m_data.name}, item);
        }
        if (const NodeRef list = risk["rules"]) {
            auto rules = readRules(*m_file.text, list, m_file.path);
            if (!rules)
                return std::unexpected(rules.error());
            for (auto& rule : *rules)
                put(std::move(rule));
        }
        return {};
    }

    /// A rule in place of the one with its id, else behind all others.
    void put(std::shared_ptr<const RiskPolicy::Rule> rule)
    {
        const auto known = std::ranges::find(m_data.rules, rule->id, [](const auto& each) { return each->id; });
        if (known == m_data.rules.end())
            m_data.rules.push_back(std::move(rule));
        else
            *known = std::move(rule);
    }

    const mesh::FileSet& m_files;
    const mesh::SourceFile& m_file;
    RiskPolicyData m_data;
};

} // namespace

ProjectRisk projectRisk(const mesh::FileSet& base)
{
    ProjectRisk result{.policy = RiskPolicy::profile("default"), .error = std::nullopt};
    const mesh::SourceFile* file = base.find(mesh::ProjectFile::path);
    if (file == nullptr || file->text->documents.empty())
        return result;
    const NodeRef risk = file->text->documents.front()->root()["risk"];
    if (!risk)
        return result;
    if (auto read = ProjectReader(base, *file).read(risk))
        result.policy = std::move(*read);
    else
        result.error = std::move(read.error());
    return result;
}

} // namespace meshdraft::changes
