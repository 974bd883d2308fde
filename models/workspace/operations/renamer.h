// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/operations/rename.h"

#include <map>
#include <set>
#include <vector>

namespace meshdraft::workspace {

/// Collects what another name changes; a method for each part that has one.
class Renamer {
public:
    Renamer(const Snapshot& snapshot, const mesh::Resource& resource, mesh::ResourceIndex index, std::string before,
            std::string after)
        : m_snapshot(snapshot)
        , m_graph(*snapshot.graph)
        , m_resource(resource)
        , m_index(index)
        , m_before(std::move(before))
        , m_after(std::move(after))
    {
    }

    /// `asString`: a text, whatever it looks like; else it is a number as well.
    void change(const mesh::Resource& resource, source::NodeRef scalar, const std::string& text, bool asString = true);
    /// A scalar that is the name, and nothing else.
    void changeExact(const mesh::Resource& resource, source::NodeRef scalar, bool asString = true);
    /// The same for a key.
    void changeKey(const mesh::Resource& resource, source::NodeRef key);

    void resource();
    void subset();
    void listener();
    void serverPort();
    void route();
    void port();
    /// The number by which callers name a port of a Service or ServiceEntry.
    void portNumber();
    /// The port of the pods behind a Service.
    void workloadPort();

    RenamePlan take()
    {
        for (auto& [element, changes] : m_changes)
            m_plan.edit.changes.push_back({element, std::move(changes)});
        return std::move(m_plan);
    }

private:
    template <typename Visit> void eachPatch(const Visit& visit)
    {
        for (const mesh::ResourceIndex index : m_graph.ofKind("EnvoyFilter")) {
            const mesh::Resource& filter = m_graph.at(index);
            for (const source::NodeRef patch : filter.rootNode()["spec"]["configPatches"].resolved().items())
                visit(filter, patch.resolved()["match"].resolved());
        }
    }
    void matchGateways();
    void scaledWorkloads();
    void grants();
    void changePort(const mesh::Resource& resource, source::NodeRef scalar) { changeExact(resource, scalar, false); }
    void portOfReference(const mesh::Reference& reference);
    void portOfTables();
    void portOfSidecars();
    void portOfIngresses();
    void portOfPolicy(const mesh::Resource& policy);
    void portOfPods(const mesh::Resource& workload);
    void keepWorkloadPort();

    const Snapshot& m_snapshot;
    const mesh::MeshGraph& m_graph;
    const mesh::Resource& m_resource;
    mesh::ResourceIndex m_index;
    std::string m_before;
    std::string m_after;
    RenamePlan m_plan;
    std::map<mesh::ElementRef, std::vector<source::Change>> m_changes;
    std::set<std::pair<const mesh::Resource*, source::NodeId>> m_done;
};

} // namespace meshdraft::workspace
