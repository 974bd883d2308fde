// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/extensions.h"

#include "models/traffic/authorization.h"

#include <algorithm>
#include <set>
#include <string>

namespace meshdraft::traffic {

void sayExtensions(Course& course, const Proxy& proxy, Stage stage, std::string_view context, int share)
{
    const auto say = [&](const char* code, const mesh::Resource& resource) {
        Step& step = course.add(stage, code, {resource.key.name}, resource.element());
        step.share = share;
        step.isUnknown = true;
    };
    const auto touches = [&](const mesh::EnvoyFilter& filter) {
        return std::ranges::any_of(filter.patches, [&](const mesh::EnvoyFilter::Patch& patch) {
            return patch.applyTo != "BOOTSTRAP" && (patch.context == "ANY" || patch.context == context);
        });
    };
    const std::set<std::string_view> namespaces{course.view().rootNamespace(), proxy.ns};
    for (const std::string_view ns : namespaces) {
        for (const mesh::ResourceIndex index : course.view().of<mesh::EnvoyFilter>(ns)) {
            const auto& filter = std::get<mesh::EnvoyFilter>(course.at(index).body);
            if (touches(filter) && isFor(course.view(), filter.target, ns, proxy, mesh::noResource))
                say("extension.envoyFilter", course.at(index));
        }
        if (context == "SIDECAR_OUTBOUND")
            continue; // WasmPlugins run at the server and at gateways
        for (const mesh::ResourceIndex index : course.view().of<mesh::ProxyExtension>(ns)) {
            const auto& plugin = std::get<mesh::ProxyExtension>(course.at(index).body);
            if (isFor(course.view(), plugin.target, ns, proxy, mesh::noResource))
                say("extension.wasm", course.at(index));
        }
    }
}

} // namespace meshdraft::traffic
