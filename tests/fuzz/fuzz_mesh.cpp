// SPDX-License-Identifier: Apache-2.0
// Any bytes as the files of a repository: environments, graph, look-ups and checks come to an end.
#include "models/checks/finding.h"
#include "models/mesh/environment.h"

#include <cstdlib>

using namespace meshdraft;

namespace {

/// The parts between form feeds are files of their own.
mesh::FileSet filesOf(std::string_view bytes)
{
    static constexpr std::string_view names[]{"a.yaml", "b/c.yaml", "b/kustomization.yaml", "d.yml"};
    mesh::FileSet files;
    for (const std::string_view name : names) {
        const std::size_t stop = bytes.find('\f');
        files.files.push_back({std::string(name), source::parseText(std::string(bytes.substr(0, stop)))});
        if (stop == std::string_view::npos)
            break;
        bytes.remove_prefix(stop + 1);
    }
    return files;
}

void lookAround(const mesh::MeshGraph& graph)
{
    for (const mesh::Reference* each : graph.references()) {
        const mesh::Reference& reference = *each;
        if (reference.from >= graph.slotCount())
            std::abort();
        if (reference.to != mesh::noResource && reference.to >= graph.slotCount())
            std::abort();
        const source::NodeRef root = graph.at(reference.from).rootNode();
        if (reference.node != source::noNode && reference.node >= root.document()->nodes.size())
            std::abort();
    }
    for (const mesh::ResourceIndex i : graph.order()) {
        graph.workloadsOf(i);
        graph.mtlsOfWorkload(i);
    }
    for (const std::string& ns : graph.namespaces())
        graph.resolveHost("reviews", ns);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const mesh::FileSet files = filesOf({reinterpret_cast<const char*>(data), size});
    auto environments = mesh::findEnvironments(files);
    mesh::Environment whole;
    whole.name = ".";
    for (const mesh::SourceFile& file : files.files)
        whole.files.push_back(file.path);
    environments.push_back(std::move(whole));
    for (const mesh::Environment& environment : environments) {
        const mesh::MeshGraphPtr graph = mesh::buildGraph(files, environment);
        lookAround(*graph);
        for (const checks::Finding& finding : checks::runChecks({*graph, files, environment.files})) {
            if (finding.code.empty() || finding.message.empty())
                std::abort();
        }
    }
    return 0;
}
