// SPDX-License-Identifier: Apache-2.0
#include "models/changes/statementgroups.h"

namespace meshdraft::changes {

namespace {

std::string_view messageFor(std::string_view mode)
{
    if (mode == "STRICT")
        return "change.mtlsStrict";
    if (mode == "PERMISSIVE")
        return "change.mtlsPermissive";
    return mode == "DISABLE" ? "change.mtlsDisable" : "change.mtlsInherited";
}

} // namespace

void tellMtls(const ResourceChange& change, Told& told)
{
    const auto* before = std::get_if<mesh::PeerAuthentication>(&change.before->body);
    const auto* after = std::get_if<mesh::PeerAuthentication>(&change.after->body);
    if (before == nullptr || after == nullptr || before->mode.value == after->mode.value)
        return;
    const bool isForAll = after->target.isEverything();
    const mesh::FieldPath path("spec.mtls.mode");
    told.say(change, after->mode.isPresent() ? path : mesh::FieldPath("spec"),
             std::string(messageFor(after->mode.value)) + (isForAll ? "" : "Some"), {change.after->key.ns});
    for (std::size_t i = 0; i < told.fields.size(); ++i) {
        const mesh::FieldPath& field = change.fields[i].path;
        told.fields[i] = told.fields[i] || field.isWithin(path) || field == mesh::FieldPath("spec.mtls");
    }
}

} // namespace meshdraft::changes
