// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRandomGenerator>

#include <string>
#include <vector>

namespace meshdraft::test {

/// A small mesh in a few files that is changed at random. Its names come from short lists, so that what one change
/// takes away another one names: hosts, subsets, gateways, delegates, labels, exports, duplicates, empty files.
class RandomMesh {
public:
    enum class Extent : quint8 {
        Routes,
        Cluster, ///< and what decides about pods: namespaces, policies, Sidecars, webhooks, Secrets, mesh config
    };
    explicit RandomMesh(quint32 seed, Extent extent = Extent::Routes);

    static constexpr int fileCount = 4;
    static std::string pathOf(int file);
    std::string textOf(int file) const;
    /// Changes one file and says which: documents come, go, change places, or are written anew.
    int change();

private:
    void tweak(std::string& document);
    std::string pick(std::initializer_list<const char*> words);
    /// The same in Extent::Cluster, else nothing.
    std::string more(std::initializer_list<const char*> words);
    std::string host();
    std::string exportTo();
    std::string wave();
    std::string document();
    std::string virtualService();
    std::string other(int kind);
    std::string ofCluster();
    std::string calling();
    std::string atGateway();
    std::string kustomization();
    std::string policy();
    std::string security();

    QRandomGenerator m_random;
    bool m_hasCluster;
    std::vector<std::vector<std::string>> m_files;
};

} // namespace meshdraft::test
