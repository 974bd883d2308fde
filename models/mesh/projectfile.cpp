// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/projectfile.h"

#include "models/mesh/yamlreader.h"

#include <algorithm>
#include <array>

namespace meshdraft::mesh {

using source::NodeRef;

namespace {

constexpr auto modes =
    std::to_array({DataPlaneMode::None, DataPlaneMode::Sidecar, DataPlaneMode::Ambient, DataPlaneMode::Mixed});

class ProjectReader {
public:
    explicit ProjectReader(const source::ParsedText& text)
        : m_text(text)
    {
    }

    ProjectFile read()
    {
        for (Error error : m_text.errors) {
            error.where.path = ProjectFile::path;
            m_project.errors.push_back(std::move(error));
        }
        if (m_text.documents.size() > 1)
            complain("project.type", m_text.documents[1]->root(), {".", "document"});
        if (m_text.documents.empty() || !m_text.documents.front()->root().isValid())
            return std::move(m_project);
        const NodeRef root = m_text.documents.front()->root();
        if (!root.resolved().isMapping()) {
            complain("project.type", root, {".", "mapping"});
            return std::move(m_project);
        }
        YamlReader yaml(*root.document());
        readComplete(yaml, root["complete"]);
        const NodeRef list = yaml.get(root, "environments");
        if (!list.isValid())
            return std::move(m_project);
        if (!list.resolved().isSequence()) {
            complain("project.type", list, {"environments", "list"});
            return std::move(m_project);
        }
        for (const NodeRef item : yaml.items(list))
            readEnvironment(yaml, item);
        return std::move(m_project);
    }

private:
    /// true, false, or names of environments.
    void readComplete(YamlReader& yaml, NodeRef complete)
    {
        if (!complete.isValid())
            return;
        if (complete.resolved().isSequence()) {
            for (const NodeRef item : yaml.items(complete)) {
                const std::string name(item.resolved().value());
                const std::string_view plain = plainName(name);
                m_project.complete.emplace_back(plain, Glob::Style::Segments);
                if (plain.empty() || !m_project.complete.back().isValid())
                    complain("project.pattern", item, {name});
            }
            return;
        }
        const auto value = complete.resolved().toBool();
        m_project.isComplete = value.value_or(false);
        if (!value)
            complain("project.type", complete, {"complete", "truth value or list"});
    }

    static std::string_view plainName(std::string_view plain)
    {
        while (plain.starts_with("./"))
            plain.remove_prefix(2);
        while (plain.size() > 1 && plain.ends_with('/'))
            plain.remove_suffix(1);
        return plain;
    }

    void readEnvironment(YamlReader& yaml, NodeRef item)
    {
        const std::size_t before = m_project.errors.size();
        if (!item.resolved().isMapping()) {
            complain("project.type", item, {"environments[]", "mapping"});
            return;
        }
        std::optional<std::string> name;
        ProjectFile::StatedEnvironment stated{.names = Glob({}, Glob::Style::Segments),
                                              .istioVersion = {},
                                              .istioVersionAt = {},
                                              .dataPlane = {},
                                              .dataPlaneAt = {}};
        for (const auto& [key, value] : yaml.entries(item)) {
            const std::string_view field = key.value();
            if (field != "name" && field != "istioVersion" && field != "dataPlane") {
                complain("project.unknownField", key, {std::string(field), "name, istioVersion, dataPlane"});
                continue;
            }
            const NodeRef scalar = value.resolved();
            if (!scalar.isScalar() || scalar.isNull()) {
                complain("project.type", value.isValid() ? value : key, {std::string(field), "text"});
                continue;
            }
            const std::string text(scalar.value());
            if (field == "name") {
                name = readName(text, value, stated);
            } else if (field == "istioVersion") {
                readVersion(text, value, stated);
            } else {
                readMode(text, value, stated);
            }
        }
        if (!name && m_project.errors.size() == before)
            complain("project.missing", item, {"name"});
        if (!stated.istioVersion && !stated.dataPlane && m_project.errors.size() == before)
            complain("project.empty", item, {*name});
        if (m_project.errors.size() == before)
            m_project.environments.push_back(std::move(stated));
    }

    std::string readName(const std::string& text, NodeRef value, ProjectFile::StatedEnvironment& stated)
    {
        const std::string_view plain = plainName(text);
        stated.names = Glob(plain, Glob::Style::Segments);
        if (plain.empty() || !stated.names.isValid())
            complain("project.pattern", value, {text});
        return text;
    }

    void readVersion(const std::string& text, NodeRef value, ProjectFile::StatedEnvironment& stated)
    {
        stated.istioVersion = versionOfTag(text);
        stated.istioVersionAt = locate(value);
        if (!stated.istioVersion)
            complain("project.version", value, {text});
    }

    void readMode(const std::string& text, NodeRef value, ProjectFile::StatedEnvironment& stated)
    {
        // "none" is found in files, and would be a statement that nothing here is of the mesh
        const auto* const found = std::ranges::find(modes, text, dataPlaneModeName);
        if (found != modes.end() && *found != DataPlaneMode::None) {
            stated.dataPlane = *found;
        } else {
            complain("project.dataPlane", value, {text});
        }
        stated.dataPlaneAt = locate(value);
    }

    Location locate(NodeRef node) const
    {
        Location where = m_text.locate(node.range().begin);
        where.path = ProjectFile::path;
        return where;
    }

    void complain(const char* code, NodeRef node, std::vector<std::string> args)
    {
        m_project.errors.push_back({.code = code, .args = std::move(args), .where = locate(node)});
    }

    const source::ParsedText& m_text;
    ProjectFile m_project;
};

} // namespace

std::string_view dataPlaneModeName(DataPlaneMode mode)
{
    switch (mode) {
    case DataPlaneMode::None:
        return "none";
    case DataPlaneMode::Sidecar:
        return "sidecar";
    case DataPlaneMode::Ambient:
        return "ambient";
    case DataPlaneMode::Mixed:
        return "mixed";
    }
    return {};
}

ProjectFile readProjectFile(const FileSet& files)
{
    ProjectFile project;
    for (const Error& error : files.errors) {
        if (error.where.path == ProjectFile::path)
            project.errors.push_back(error);
    }
    const SourceFile* file = files.find(ProjectFile::path);
    if (file == nullptr || file->text == nullptr)
        return project;
    if (file->text->kind == source::TextKind::Template) {
        const Location where{.path = std::string(ProjectFile::path), .line = 0, .column = 0};
        project.errors.push_back({.code = "project.template", .args = {}, .where = where});
        return project;
    }
    return ProjectReader(*file->text).read();
}

} // namespace meshdraft::mesh
