// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/meshedit.h"

namespace meshdraft::workspace {

/// What of a resource has a name that others use.
enum class NamedPart : std::uint8_t {
    Resource,
    Subset, ///< of a DestinationRule
    Listener, ///< of a Gateway API Gateway
    ServerPort, ///< of an Istio Gateway
    Route, ///< of a VirtualService
    Port, ///< of a Service or ServiceEntry: its name
    PortNumber, ///< of a Service or ServiceEntry, by which callers name it
    WorkloadPort, ///< of the pods behind a Service: targetPort, a number or a name
};

/// A part that can be renamed.
struct RenameTarget {
    NamedPart part = NamedPart::Resource;
    mesh::ElementRef element; ///< the scalar that is its name
    std::string name;
};

/// A place in which a rename changes a text.
struct RenamePlace {
    mesh::ElementRef element;
    std::string before;
    std::string after;
};

struct RenamePlan {
    MeshEdit edit;
    std::vector<RenamePlace> places; ///< the name itself first, then those that follow
    std::vector<Location> outside; ///< documents that go by this kind and name in files of no resource here (patches):
                                   ///< they are left as they are
};

/// What a selected element is, or is part of, that has a name; the resource itself where nothing else has. Nothing when
/// it is not there.
std::optional<RenameTarget> renameTarget(const mesh::MeshGraph& graph, const mesh::ElementRef& element);

/// The number of the port that is selected, else of the only port of a Service or ServiceEntry; the port of the pods
/// where that is selected.
std::optional<RenameTarget> portTarget(const mesh::MeshGraph& graph, const mesh::ElementRef& element);

/// Gives it another name, with every reference to it that the files have. Cost: linear in resources and references.
/// Errors: "edit.noResource" (args: kind, name), "rename.invalid" (args: name), "rename.taken" (args: name),
/// "rename.namespace" {}: other files count on the name of a namespace; "rename.port" (args: text): no port number;
/// "rename.portName" (args: text): no name for a port of a pod.
Expected<RenamePlan> planRename(const Snapshot& snapshot, const RenameTarget& target, const std::string& name);

} // namespace meshdraft::workspace
