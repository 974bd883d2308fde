// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/kustomize/provenance.h"
#include "models/source/edit.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace meshdraft::kustomize {

/// A field of a rendered resource that is to have another value.
struct RenderedEdit {
    std::string root; ///< the environment that it was made in
    mesh::ResourceKey key;
    mesh::FieldPath field;
    std::string value;
    bool asString = false; ///< as in source::ScalarChange
};

/// A field that differs between two renders of an environment.
struct FieldChange {
    RenderedField field;
    std::string before;
    std::string after;

    friend bool operator==(const FieldChange&, const FieldChange&) = default;
};

/// What an edit does to an environment.
struct AffectedEnvironment {
    std::string root;
    std::vector<FieldChange> changes;
};

/// One way to make the change: where it is written, and what follows.
struct EditChoice {
    enum class Where : std::uint8_t {
        Source, ///< where the value is decided now: every environment that takes it from there changes
        OverlayPatch, ///< in a patch that this root has for the resource: only those that build on this root change
        NewPatch, ///< in a patch that is added to this root's kustomization; reach as above
    };

    Where where = Where::Source;
    Location place;
    source::Edit edit; ///< empty when it could not be made
    std::vector<AffectedEnvironment> affected; ///< as the renders show, roots in the order given; unchanged ones not
    bool proven = false; ///< scratch renders of every root that needs the file show exactly what was announced
    std::optional<Error> reason; ///< why it is not proven, or could not be made
};

struct RenderedEditPlan {
    Provenance provenance;
    std::vector<EditChoice> choices; ///< none when the value is read-only or unknown
};

/// Plans a change of a rendered field as edits of source files, and proves each: every root of `roots` that needs the
/// edited file is rendered before (from the cache, if there) and after; what changes must be what the reading says
/// that hangs on the edited place, with the new value, and nothing else. An edit without proof is never to be offered
/// as done. Blocks for the renders; thread-safe. A second choice, the root's own patch, is there where the value comes
/// from files that other roots need, too.
/// Errors: those of render for `root`; "kustomize.noField" (args: resource, field).
/// Reasons: those of source::planChanges, and of render for any root, and
/// - "kustomize.unexpected" (args: root, resource, field): a change that was not announced.
/// - "kustomize.without" (args: root, resource, field): an announced change that did not come.
/// - "kustomize.structure" (args: root): resources or fields come, go or move.
/// - "kustomize.noPatch" (args: resource, root): the root has no patch of its own for the resource.
/// - "kustomize.patchList" (args: resource, root): the field lies in a list that a patch replaces whole.
Expected<RenderedEditPlan> planRenderedEdit(const FileSourcePtr& files, const std::vector<std::string>& roots,
                                            const RenderedEdit& edit, const RenderOptions& options = {},
                                            const std::stop_token& stop = {});

/// The fields that differ between two renders of a root; nothing where resources or fields come, go or move.
std::optional<std::vector<FieldChange>> changesBetween(const Rendered& before, const Rendered& after);

} // namespace meshdraft::kustomize
