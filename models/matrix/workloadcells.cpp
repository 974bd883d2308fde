// SPDX-License-Identifier: Apache-2.0
#include "models/matrix/environmentreader.h"
#include "models/mesh/effective/servermtls.h"

namespace meshdraft::matrix {

namespace {

using mesh::Resource;
using mesh::effective::DataPlane;
using mesh::effective::PeerMode;
using mesh::effective::PeerNote;

std::string_view modeText(PeerMode mode)
{
    switch (mode) {
    case PeerMode::Disable:
        return "DISABLE";
    case PeerMode::Permissive:
        return "PERMISSIVE";
    case PeerMode::Strict:
        return "STRICT";
    case PeerMode::Unknown:
        break;
    }
    return {};
}

Note noteOf(PeerNote note)
{
    switch (note) {
    case PeerNote::NoProxy:
        return Note::NoProxy;
    case PeerNote::DataPlaneUnknown:
        return Note::ProxyUnknown;
    case PeerNote::None:
    case PeerNote::AmbientIgnoresDisable:
        break;
    }
    return Note::None;
}

Cell modeCell(const mesh::effective::MeshView& view, const Resource& workload, mesh::ResourceIndex index)
{
    const auto answer = mesh::effective::serverMtls(view, index);
    const auto& outcome = answer.first();
    Cell cell;
    if (outcome.sources.empty())
        cell = absentCell(workload, {}, Note::Default, std::string(modeText(outcome.value)));
    else {
        cell = derivedCell(workload, {}, std::string(modeText(outcome.value)));
        place(cell, view.graph(), outcome.sources.front());
    }
    if (answer.dependsOnCreationOrder() || outcome.value == PeerMode::Unknown) {
        cell.state = CellState::Unknown;
        cell.note = answer.dependsOnCreationOrder() ? Note::CreationOrder : Note::Placeholder;
        cell.value.clear();
    } else if (const Note note = noteOf(answer.note); note != Note::None) {
        cell.note = note;
        if (note == Note::NoProxy)
            cell.meaning += " without a proxy";
    }
    return cell;
}

std::string_view planeText(const mesh::effective::DataPlaneAnswer& answer)
{
    switch (answer.value) {
    case DataPlane::None:
        return "none";
    case DataPlane::Sidecar:
        return answer.isGateway ? "gateway" : "sidecar";
    case DataPlane::Ambient:
        return "ambient";
    case DataPlane::Unknown:
        break;
    }
    return {};
}

} // namespace

void addWorkloadCells(const HostContext& context)
{
    if (context.use.owner == mesh::noResource)
        return;
    const bool asks = context.isAsked("mtls.mode") || context.isAsked("proxy.kind") || context.isAsked("proxy.revision")
        || context.isAsked("workload.replicas");
    if (!asks)
        return;
    const mesh::effective::MeshView& view = context.view;
    for (const mesh::ResourceIndex index : view.graph().workloadsOf(context.use.owner)) {
        const Resource& workload = view.at(index);
        const auto* body = std::get_if<mesh::Workload>(&workload.body);
        if (body == nullptr)
            continue;
        const std::string& item = workload.key.name;
        if (context.isAsked("mtls.mode"))
            context.add("mtls.mode", item, modeCell(view, workload, index));
        const auto plane = mesh::effective::dataPlaneOf(view, index);
        Cell kind = derivedCell(workload, {}, std::string(planeText(plane)));
        if (!plane.sources.empty())
            place(kind, view.graph(), plane.sources.front());
        if (plane.value == DataPlane::Unknown) {
            kind.state = CellState::Unknown;
            kind.note = Note::ProxyUnknown;
        }
        if (!plane.revision.empty()) {
            Cell revision = kind;
            revision.value = plane.revision;
            revision.meaning = "=" + plane.revision;
            context.add("proxy.revision", item, std::move(revision));
        } else {
            context.add("proxy.revision", item, absentCell(workload, {}, Note::NotSet));
        }
        context.add("proxy.kind", item, std::move(kind));
        const source::NodeRef replicas = workload.rootNode()["spec"]["replicas"];
        context.add("workload.replicas", item,
                    replicas ? writtenCell(workload, replicas, nullptr) : absentCell(workload, {}, Note::Default, "1"));
    }
}

} // namespace meshdraft::matrix
