// SPDX-License-Identifier: Apache-2.0
#include "models/matrix/fieldcells.h"

#include "models/matrix/cellvalue.h"

#include <algorithm>
#include <map>

namespace meshdraft::matrix {

namespace {

using mesh::FieldPath;
using source::NodeRef;
using Step = FieldQuery::Step;
using StepKind = FieldQuery::StepKind;

class FieldWalk {
public:
    FieldWalk(const mesh::Resource& resource, const FieldQuery& query)
        : m_resource(resource)
        , m_query(query)
    {
    }

    std::vector<FieldCell> cells()
    {
        follow(m_resource.rootNode(), m_resource.rootNode(), 0, {}, {});
        return std::move(m_cells);
    }

private:
    /// `node` is what the steps so far lead to (invalid: nothing), `nearest` the last one that is there.
    void follow(NodeRef node, NodeRef nearest, std::size_t at, const FieldPath& path, const std::string& label)
    {
        node = node.isNull() ? NodeRef() : node;
        if (at == m_query.steps.size()) {
            take(node, nearest, path, label);
            return;
        }
        const Step& step = m_query.steps[at];
        const auto on = [&](NodeRef next, const FieldPath& nextPath, const std::string& nextLabel) {
            follow(next, next ? next : nearest, at + 1, nextPath, nextLabel);
        };
        switch (step.kind) {
        case StepKind::Key:
            on(node[step.key], path.child(step.key), FieldPath(label).child(step.key).text());
            return;
        case StepKind::AnyKey:
            for (const auto& entry :
                 node.resolved().isMapping() ? node.resolved().entries() : std::vector<NodeRef::Entry>())
                on(entry.value, path.child(entry.key.value()), FieldPath(label).child(entry.key.value()).text());
            return;
        case StepKind::Item:
            on(node.resolved().item(step.index), path.child(step.index), FieldPath(label).child(step.index).text());
            return;
        case StepKind::AnyItem:
        case StepKind::NamedItem:
            eachItem(node.resolved(), path, [&](NodeRef item, std::size_t index, const std::string& name) {
                if (step.kind == StepKind::AnyItem || name == step.key)
                    on(item, path.child(index), label + '[' + name + ']');
            });
            return;
        }
    }

    template <typename Found> void eachItem(NodeRef list, const FieldPath& path, Found found)
    {
        if (!list.isSequence())
            return;
        const auto* field = schemaOf(m_resource, path);
        std::map<std::string, int> seen;
        std::size_t index = 0;
        for (const NodeRef item : list.items()) {
            std::string name = nameOf(item, field);
            if (name.empty())
                name = std::to_string(index);
            // Only the first one of a name is called by it.
            if (const int count = ++seen[name]; count > 1)
                name.append("#").append(std::to_string(count));
            found(item, index++, name);
        }
    }

    /// The value of the list's key, else of `name`.
    static std::string nameOf(NodeRef item, const mesh::FieldSchema* field)
    {
        std::string name;
        if (field != nullptr) {
            for (const std::string& key : field->listKey)
                name.append(name.empty() ? "" : ",").append(FieldPath(key).resolve(item).value());
        }
        return name.empty() ? std::string(item["name"].value()) : name;
    }

    void take(NodeRef node, NodeRef nearest, const FieldPath& path, const std::string& label)
    {
        const auto* field = schemaOf(m_resource, path);
        Cell cell;
        if (node)
            cell = writtenCell(m_resource, node, field);
        else if (field != nullptr && !field->defaultValue.empty())
            cell = absentCell(m_resource, nearest, Note::Default, field->defaultValue, field);
        else
            cell = absentCell(m_resource, nearest, Note::NotSet);
        m_cells.push_back({m_query.isMany() ? label : std::string(), std::move(cell)});
    }

    const mesh::Resource& m_resource;
    const FieldQuery& m_query;
    std::vector<FieldCell> m_cells;
};

} // namespace

std::vector<FieldCell> fieldCells(const mesh::Resource& resource, const FieldQuery& query)
{
    return FieldWalk(resource, query).cells();
}

} // namespace meshdraft::matrix
