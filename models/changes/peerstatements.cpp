// SPDX-License-Identifier: Apache-2.0
#include "models/changes/statementgroups.h"
#include "models/changes/statements.h"

#include <algorithm>
#include <array>

namespace meshdraft::changes {

void tellPeers(const ResourceChange& change, std::string_view rootNamespace, Told& told)
{
    const auto* old = std::get_if<mesh::PeerAuthentication>(&change.before->body);
    const auto* now = std::get_if<mesh::PeerAuthentication>(&change.after->body);
    if (old == nullptr || now == nullptr || old->mode.value == now->mode.value)
        return;
    struct Mode {
        std::string_view name;
        const char* ofMesh;
        const char* ofNamespace;
        const char* ofSelected;
    };
    static constexpr std::array<Mode, 3> modes{{
        {"STRICT", "change.strictMesh", "change.strictNamespace", "change.strictSelected"},
        {"PERMISSIVE", "change.permissiveMesh", "change.permissiveNamespace", "change.permissiveSelected"},
        {"DISABLE", "change.plainMesh", "change.plainNamespace", "change.plainSelected"},
    }};
    const auto* const mode = std::ranges::find(modes, now->mode.value, &Mode::name);
    if (mode == modes.end())
        return; // inherited: what it comes to is written elsewhere
    const mesh::FieldPath path = mesh::FieldPath("spec").child("mtls").child("mode");
    const std::string& ns = change.after->key.ns;
    if (!now->target.isEverything()) {
        told.say(change, path, mode->ofSelected, {qualifiedName(change.after->key)});
    } else if (ns == rootNamespace) {
        told.say(change, path, mode->ofMesh, {});
    } else {
        told.say(change, path, mode->ofNamespace, {ns});
    }
    for (std::size_t i = 0; i < told.fields.size(); ++i)
        told.fields[i] = told.fields[i] || change.fields[i].path == path;
}

} // namespace meshdraft::changes
