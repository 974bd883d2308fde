// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/effective/annotatedcalls.h"

#include <algorithm>

namespace meshdraft::mesh::effective {

namespace {

std::string_view trimmed(std::string_view text)
{
    text = text.substr(std::min(text.find_first_not_of(" \t\n"), text.size()));
    return text.substr(0, text.find_last_not_of(" \t\n") + 1);
}

std::string fullName(const MeshView& view, const std::string& host, std::string_view ns)
{
    std::string full = view.fullHost(host, ns);
    // People write "reviews.shop", as pods may; Istio itself does not know it.
    const auto dot = host.find('.');
    if (dot != std::string::npos && view.ownersOf(full).empty() && host.find('.', dot + 1) == std::string::npos)
        full = view.serviceHost(host.substr(0, dot), host.substr(dot + 1));
    return full;
}

} // namespace

AnnotatedCalls annotatedCalls(const MeshView& view, const Resource& workload)
{
    AnnotatedCalls calls;
    const auto it = workload.annotations.find(std::string(callsAnnotation));
    if (it == workload.annotations.end())
        return calls;
    const source::NodeRef written = workload.rootNode()["metadata"]["annotations"][std::string(callsAnnotation)];
    calls.written = written.isValid() ? written.id() : source::noNode;
    std::string_view rest = it->second;
    while (!rest.empty()) {
        const std::size_t comma = rest.find(',');
        const std::string_view host = trimmed(rest.substr(0, comma));
        rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
        if (const std::string_view name = host.substr(0, host.find(':')); !name.empty())
            calls.hosts.push_back(fullName(view, std::string(name), workload.key.ns));
    }
    return calls;
}

} // namespace meshdraft::mesh::effective
