// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/operations/move.h"
#include "models/workspace/operations/naming.h"

#include <set>

namespace meshdraft::workspace {

/// Collects what moving resources to another namespace changes; each method looks after one way to name something.
class Mover {
public:
    Mover(const Snapshot& snapshot, std::set<mesh::ResourceIndex> moved, std::string ns);

    /// metadata.namespace of what moves.
    void namespaces();
    /// Hosts, gateways, delegates, parents and backends.
    void routes();
    /// Hosts of VirtualServices, and gateways in their matches.
    void tables();
    /// Entries of Sidecars.
    void egress();
    /// Names that are full wherever they stand: hosts of Services, identities of workloads.
    void fullNames();
    /// serviceAccounts of AuthorizationPolicies.
    void accounts();
    /// Lists that say which namespaces see a resource, or may use a Gateway.
    void audiences();
    /// What pods need of their own namespace, and what scales them.
    void dependencies();
    /// Selectors that find no workload any more.
    void selectors();

    MovePlan take();
    /// What a resource was called before, by its key afterwards.
    std::map<mesh::ResourceKey, mesh::ResourceKey> formerKeys() const;

private:
    bool moves(mesh::ResourceIndex index) const { return m_moved.contains(index); }
    const std::string& nsAfter(mesh::ResourceIndex index) const
    {
        return moves(index) ? m_ns : m_graph.at(index).key.ns;
    }
    NamespaceMove between(mesh::ResourceIndex from, mesh::ResourceIndex to) const;
    void change(const mesh::Resource& resource, source::NodeRef scalar, const std::string& text);
    void changeName(mesh::ResourceIndex from, source::NodeRef scalar, mesh::ResourceIndex to, NameForm form);
    void changeObject(mesh::ResourceIndex from, source::NodeRef name, mesh::ResourceIndex to);
    void insertEntry(const mesh::Resource& resource, source::NodeRef mapping, const std::string& value);
    void insertItem(const mesh::Resource& resource, source::NodeRef item, const std::string& text);
    void lose(const mesh::Resource& resource, source::NodeRef node, std::string target);
    void showTo(mesh::ResourceIndex seen, const std::string& before, const std::string& after);
    void letUse(mesh::ResourceIndex table, mesh::ResourceIndex gateway);
    mesh::ResourceIndex ownerOfHost(const std::string& host) const;
    void followIdentity(const mesh::Resource& resource, source::NodeRef scalar);

    const Snapshot& m_snapshot;
    const mesh::MeshGraph& m_graph;
    std::set<mesh::ResourceIndex> m_moved;
    std::string m_ns;
    std::map<std::string, mesh::ResourceIndex> m_hosts; ///< of moved Services and ServiceEntries
    std::map<std::string, bool> m_identities; ///< "/ns/NS/sa/ACCOUNT" -> others that stay have it, too
    MovePlan m_plan;
    std::map<mesh::ElementRef, std::vector<source::Change>> m_changes;
    std::set<std::pair<const mesh::Resource*, source::NodeId>> m_done;
};

} // namespace meshdraft::workspace
